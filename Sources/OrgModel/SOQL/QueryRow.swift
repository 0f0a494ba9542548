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
  /// What was selected, under the names of its columns; a relationship stands once, however many of its fields were.
  package let cells: [Cell]
  private let columnNames: ColumnNames

  init(type: String, id: RecordID, _ names: ColumnNames, _ cells: [Cell]) {
    self.type = type
    self.id = id
    self.cells = cells
    columnNames = names
  }

  package var names: [String] { columnNames.all }

  /// The value of a column, such as `Subject` or `Owner.Name`; null where there is none.
  package subscript(path: String) -> OrgValue {
    let end = path.utf8.firstIndex(of: UInt8(ascii: ".")) ?? path.endIndex
    guard let position = columnNames.position(of: end == path.endIndex ? path : String(path[..<end])) else {
      return .null
    }
    switch cells[position] {
    case .value(let value): return value
    case .related(let row?) where end < path.endIndex: return row[String(path[path.utf8.index(after: end)...])]
    case .related: return .null
    }
  }
}

extension QueryRow {
  init(_ record: Record, columns: [BoundPath], of org: Org) {
    var maker = RowMaker(RowShape(columns), of: org)
    self = maker.row(record)
  }
}
