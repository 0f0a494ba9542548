import GRDB

extension Database {
  /// Runs a statement that stays prepared: SQLite needs longer to prepare most statements than to run them.
  func executeCached(sql: String, arguments: StatementArguments = StatementArguments()) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
