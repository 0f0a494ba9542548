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
  package subscript(path: String) -> OrgValue {
    let parts = path.split(separator: ".", maxSplits: 1)
    guard let first = parts.first, let column = columns.first(where: { $0.name.lowercased() == first.lowercased() })
    else { return .null }
    switch column.cell {
    case .value(let value): return value
    case .related(let row): return row.flatMap { row in parts.last.map { row[String($0)] } } ?? .null
    }
  }
}

extension QueryRow {
  init(_ record: Record, columns: [BoundPath], of org: Org) {
    var maker = RowMaker(RowShape(columns), of: org)
    self = maker.row(record)
  }
}
