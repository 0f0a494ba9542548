extension DisplayText {
  /// The text if it fits in `columns`, else as much of it as fits with `mark` at the end; never more than `columns`.
  package func truncated(to columns: Int, mark: DisplayText = "…") -> DisplayText {
    if width <= columns { return self }
    let mark = mark.prefix(columns)
    return DisplayText(clusters: prefix(columns - mark.width).clusters + mark.clusters)
  }

  /// As many whole clusters from the start as fit in `columns`.
  package func prefix(_ columns: Int) -> DisplayText {
    var used = 0
    return DisplayText(
      clusters: clusters.prefix { cluster in
        used += cluster.width
        return used <= columns
      })
  }

  /// As many whole clusters from the end as fit in `columns`; for a field whose cursor is at its end.
  package func suffix(_ columns: Int) -> DisplayText {
    var used = 0
    let kept = clusters.reversed()
      .prefix { cluster in
        used += cluster.width
        return used <= columns
      }
    return DisplayText(clusters: kept.reversed())
  }
}
