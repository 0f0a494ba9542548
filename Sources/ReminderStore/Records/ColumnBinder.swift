import GRDB
import GRDBSQLite

/// Binds the values of a statement in their order.
///
/// `StatementArguments` box each value and look it up, and for a row of two dozen columns that takes longer than SQLite needs
/// to write it.
struct ColumnBinder {
  private let statement: SQLiteStatement
  private var position: CInt = 0
  /// Of the first value that could not be bound.
  private(set) var failure: CInt?

  init(_ statement: Statement) {
    // Clears what was bound before, and tells GRDB that it need not see to the arguments.
    statement.setUncheckedArguments(StatementArguments())
    self.statement = statement.sqliteStatement
  }

  mutating func bind(_ text: String?) {
    position += 1
    guard var text else { return }
    note(
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          guard let start = characters.baseAddress else { return sqlite3_bind_text(statement, position, "", 0, nil) }
          return sqlite3_bind_text(statement, position, start, CInt(clamping: characters.count), Self.copied)
        }
      })
  }

  mutating func bind(_ number: Int?) {
    position += 1
    guard let number else { return }
    note(sqlite3_bind_int64(statement, position, Int64(number)))
  }

  mutating func bind(_ flag: Bool) { bind(flag ? 1 : 0) }

  private mutating func note(_ code: CInt) {
    if code != SQLITE_OK { failure = failure ?? code }
  }

  /// `SQLITE_TRANSIENT`, a macro that Swift does not see.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

extension Database {
  /// Runs a statement that stays prepared, with the values that `bind` gives it.
  func executeCached(sql: String, binding bind: (inout ColumnBinder) throws -> Void) throws {
    let statement = try cachedStatement(sql: sql)
    var binder = ColumnBinder(statement)
    try bind(&binder)
    if let code = binder.failure { throw DatabaseError(resultCode: ResultCode(rawValue: code), sql: sql) }
    try statement.execute()
  }
}
