/// A row of an answer: the columns in the order in which they were selected.
package struct QueryRow: Sendable {
  /// What stands under one name.
  package enum Cell: Sendable {
    case value(OrgValue)
    /// The columns that were selected through a relationship; `nil` where it leads nowhere.
    case related(QueryRow?)
  }

  /// The object, or `Name` behind a relationship that may lead to several.
  package let type: String
  /// The record's Id, whether it was selected or not.
  package let id: RecordID
  /// What was selected; a relationship stands once, however many of its fields were.
  package let columns: [(name: String, cell: Cell)]

  /// The value of a column, such as `Subject` or `Owner.Name`; null where there is none.
  package subscript(path: String) -> OrgValue { value(at: path[...]) }

  private func value(at path: Substring) -> OrgValue {
    let end = path.utf8.firstIndex(of: UInt8(ascii: ".")) ?? path.endIndex
    switch cell(path[..<end]) {
    case .value(let value): return value
    case .related(let row?) where end < path.endIndex: return row.value(at: path[path.utf8.index(after: end)...])
    case .related, nil: return .null
    }
  }

  /// What stands under a name, in any case.
  private func cell(_ name: Substring) -> Cell? {
    if let column = columns.first(where: { $0.name == name }) { return column.cell }
    let lowercased = name.lowercased()
    return columns.first { $0.name.lowercased() == lowercased }?.cell
  }
}

extension QueryRow {
  init(_ record: Record, columns: [BoundPath], of org: Org) {
    var maker = RowMaker(RowShape(columns), of: org)
    self = maker.row(record)
  }
}
