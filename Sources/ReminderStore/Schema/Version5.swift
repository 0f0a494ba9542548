import GRDB

/// What is typed in a screen and not saved.
enum Version5 {
  static func migrate(_ database: Database) throws {
    for sql in [unfinished] { try database.execute(sql: sql) }
  }

  /// A row for each screen that is open, or that ended with something typed in it (JSON).
  private static let unfinished = """
    CREATE TABLE unfinished (
      screen INTEGER PRIMARY KEY,
      text TEXT NOT NULL
    );
    """
}
