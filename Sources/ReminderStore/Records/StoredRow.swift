import Foundation
import GRDB
import GRDBSQLite

/// The row that a running statement stands at, read straight from SQLite.
///
/// GRDB's `Row` makes a dictionary of the names of its columns each time that a statement runs, and a copy of it compares
/// them all for each value: more work than SQLite has with the few rows that most statements find.
final class StoredRow {
  private let statement: SQLiteStatement
  /// Where the next column is looked for first: most are read in their order.
  private var next: CInt = 0

  fileprivate init(_ statement: SQLiteStatement) { self.statement = statement }

  /// The value of a column; where it may be null, an optional. One that there is not, as in an older schema, is null.
  subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(name: StaticString) -> Value {
    let value: Value? =
      if let position = position(of: name) {
        Value.fromStatement(statement, atUncheckedIndex: position)
      } else {
        Value.fromDatabaseValue(.null)
      }
    guard let value else { preconditionFailure("the column \(name) holds no \(Value.self)") }
    return value
  }

  /// Whatever the column at a place holds.
  func value(at position: Int) -> DatabaseValue { DatabaseValue(sqliteStatement: statement, index: CInt(position)) }

  private func position(of name: StaticString) -> CInt? {
    let count = sqlite3_column_count(statement)
    let wanted = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    // Names are asked for each time: SQLite prepares a statement anew where the schema has changed.
    for offset in 0..<count {
      let position = (next + offset) % count
      guard strcmp(sqlite3_column_name(statement, position), wanted) == 0 else { continue }
      next = position + 1
      return position
    }
    return nil
  }
}

extension StoredRow {
  /// What `read` makes of each row that a statement finds.
  static func fetchAll<Value>(
    _ statement: Statement, arguments: StatementArguments = StatementArguments(), _ read: (StoredRow) throws -> Value
  ) throws -> [Value] {
    try withoutActuallyEscaping(read) { read in
      var values: [Value] = []
      try StoredRows(statement, arguments, read).forEach { values.append($0) }
      return values
    }
  }

  /// What `read` makes of the first row.
  static func fetchOne<Value>(
    _ statement: Statement, arguments: StatementArguments = StatementArguments(), _ read: (StoredRow) throws -> Value
  ) throws -> Value? {
    try withoutActuallyEscaping(read) { try StoredRows(statement, arguments, $0).next() }
  }
}

/// A record that is read from the rows of its table.
protocol StoredRecord {
  init(row: StoredRow)
}

extension StoredRecord {
  static func fetchAll(_ statement: Statement, arguments: StatementArguments = StatementArguments()) throws -> [Self] {
    try StoredRow.fetchAll(statement, arguments: arguments, Self.init(row:))
  }

  static func fetchOne(_ statement: Statement, arguments: StatementArguments = StatementArguments()) throws -> Self? {
    try StoredRow.fetchOne(statement, arguments: arguments, Self.init(row:))
  }
}

/// The rows that a statement finds. As it is GRDB that steps from one to the next, an observation knows what was read.
private final class StoredRows<Element>: DatabaseCursor {
  let _statement: Statement
  var _isDone = false
  private let row: StoredRow
  private let read: (StoredRow) throws -> Element

  init(_ statement: Statement, _ arguments: StatementArguments, _ read: @escaping (StoredRow) throws -> Element) throws
  {
    _statement = statement
    row = StoredRow(statement.sqliteStatement)
    self.read = read
    try statement.setArguments(arguments)
  }

  deinit {
    // One that stands at a row keeps what it reads open.
    if !_isDone { sqlite3_reset(_statement.sqliteStatement) }
  }

  func _element(sqliteStatement: SQLiteStatement) throws -> Element { try read(row) }
}
