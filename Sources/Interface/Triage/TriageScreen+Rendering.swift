import Localization
import Reminders
import Terminal

extension TriageScreen {
  /// Nobody reads longer lines.
  private static let mostColumns = 100

  /// Where the details are: below the progress, above the hints.
  func details(in area: Rectangle, _ context: Context) -> Rectangle {
    var rest = area.inset(columns: 1)
    _ = rest.takeTop(area.size.rows < 10 ? 1 : 2)
    _ = rest.takeBottom(hintRows(context))
    rest.size.columns = min(rest.size.columns, TriageScreen.mostColumns)
    return rest
  }

  func lines(in area: Rectangle, _ context: Context) -> [StyledLine] {
    if isOver { return summary(context) }
    guard let row = currentRow(context) else { return [] }
    let lines = DetailPane(row, context, width: details(in: area, context).size.columns).lines
    guard isGone(row.id, context) else { return lines }
    let words = localized("This task is gone: it was deleted, or given to somebody else.")
    return DisplayText(words).wrapped(to: details(in: area, context).size.columns)
      .map { StyledLine($0, context.theme[.conflict]) } + [.blank] + lines
  }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    frame.write(
      progress(context, width: area.size.columns - 2), at: area.origin.offset(columns: 1), width: area.size.columns - 2)
    let place = details(in: area, context)
    let lines = lines(in: area, context)
    for (row, line) in lines.dropFirst(firstLine).prefix(place.size.rows).enumerated() {
      frame.write(line, at: place.origin.offset(rows: row), width: place.size.columns)
    }
    ScrollBar.render(
      into: &frame, column: area.columns.upperBound - 1, rows: place.rows, first: firstLine, total: lines.count, context
    )
    frame.cursor = place.origin
  }

  /// `4 of 12  ███░░░░░░░  2 completed, 1 moved`, with as much of the words as fits.
  private func progress(_ context: Context, width: Int) -> StyledLine {
    let total = tasks.count
    let done = min(place, total)
    let number = localized(isOver ? "\(done) of \(total) done" : "\(place + 1) of \(total)")
    var line = StyledLine(number, context.theme[.heading])
    let length = min(max(8, width / 4), 40)
    let full = done * length / total
    line.append("  " + String(repeating: context.glyphs.barFull, count: full), context.theme[.accent])
    line.append(String(repeating: context.glyphs.barEmpty, count: length - full), context.theme[.border])
    var words: [String] = []
    for (outcome, count) in isOver ? [] : outcomes(includingAhead: false) {
      let more = words + [outcome.words(for: count)]
      if line.width + 2 + more.joined(separator: ", ").count > width { break }
      words = more
    }
    line.append("  " + words.joined(separator: ", "), context.theme[.muted])
    return line
  }

  private func summary(_ context: Context) -> [StyledLine] {
    var lines: [StyledLine] = []
    for (outcome, count) in outcomes(includingAhead: true) {
      var line = StyledLine(count.grouped, context.theme[.heading])
      line.append(String(repeating: " ", count: max(1, 6 - count.grouped.count)) + outcome.title)
      lines.append(line)
    }
    if steps.isEmpty { return lines + [.blank, StyledLine(localized("Nothing was changed."), context.theme[.muted])] }
    return lines + [
      .blank,
      StyledLine(context.keys.text("\(.undo) undoes all of it, as one.", in: [.triageSummary]), context.theme[.muted]),
    ]
  }
}
