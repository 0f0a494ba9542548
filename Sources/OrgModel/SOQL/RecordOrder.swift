/// The order that ORDER BY asks for.
struct RecordOrder {
  struct Term: Sendable {
    let path: BoundPath
    let isDescending: Bool
    let nullsLast: Bool
  }

  let terms: [Term]
  let context: QueryContext

  private struct Keyed {
    let position: Int
    let keys: [OrgValue]
  }

  /// The positions in the order of their records; with `limit`, only the first so many of them, without sorting the
  /// others. Records that are equal in order stay as they come.
  func sorted(_ positions: [Int], of table: Table, first limit: Int?) -> [Int] {
    var kept: [Keyed] = []
    var last: Keyed?
    for position in positions {
      guard let record = table.rows[position] else { continue }
      let keyed = Keyed(position: position, keys: terms.map { $0.path.value(in: record, of: context.org).folded })
      if let last, !isOrdered(keyed, before: last) { continue }
      kept.append(keyed)
      guard let limit, kept.count >= 2 * max(limit, 1) else { continue }
      sort(&kept)
      kept.removeLast(kept.count - limit)
      last = kept.last
    }
    sort(&kept)
    return kept.map(\.position)
  }

  private func sort(_ records: inout [Keyed]) {
    records.sort { isOrdered($0, before: $1) }
  }

  private func isOrdered(_ left: Keyed, before right: Keyed) -> Bool {
    for (index, term) in terms.enumerated() {
      let (left, right) = (left.keys[index], right.keys[index])
      if left == right { continue }
      if left.isNull || right.isNull { return left.isNull != term.nullsLast }
      return term.isDescending ? right < left : left < right
    }
    return false
  }
}
