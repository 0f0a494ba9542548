import GRDB

/// The rows of `vanishing`: linked tasks that are gone there, many at once, and stay here until the user has answered.
enum Vanishing {
  static let databaseTableName = "vanishing"

  /// Whether the user is to be asked before so many tasks leave the lists at once: more than 50, or more than a tenth
  /// of the linked ones (sync-rules.md §3); a handful in a short list is not asked about.
  static func isTooMany(_ count: Int, _ database: Database) throws -> Bool {
    guard (10...50).contains(count) else { return count > 50 }
    let linked = try Int.fetchOne(
      database,
      sql: "SELECT count(*) FROM base b JOIN reminder r ON r.id = b.reminderId WHERE r.deletedAt IS NULL")
    return count * 10 > linked ?? 0
  }

  static func contains(_ salesforceID: String, _ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM vanishing WHERE salesforceId = ?)", arguments: [salesforceID])
      ?? false
  }

  static func insert(_ salesforceID: String, author: String?, _ database: Database) throws {
    try database.execute(
      sql: "INSERT INTO vanishing (salesforceId, author) VALUES (?, ?)", arguments: [salesforceID, author])
  }

  static func remove(_ salesforceID: String, _ database: Database) throws {
    try database.execute(sql: "DELETE FROM vanishing WHERE salesforceId = ?", arguments: [salesforceID])
  }
}
