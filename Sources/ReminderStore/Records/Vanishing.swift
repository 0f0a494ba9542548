import Foundation
import GRDB

/// The rows of `vanishing`: linked tasks that are gone there, many at once, deleted or out of this user's sight; they stay
/// here until the user has answered.
enum Vanishing {
  /// Whether the user is to be asked before so many tasks more are deleted here: with those that are asked about
  /// already, and those that went in the last hour, as deletions may come one by one.
  static func isTooMany(_ count: Int, at now: Date, _ database: Database) throws -> Bool {
    guard count > 0 else { return false }
    let gone =
      try Int.fetchOne(
        database.cachedStatement(sql: goneSince), arguments: [now.addingTimeInterval(-3_600).milliseconds]) ?? 0
    let asked = try Int.fetchOne(database.cachedStatement(sql: "SELECT count(*) FROM vanishing")) ?? 0
    return try isTooMany(count + gone + asked, unlinked: gone, database)
  }

  /// What the sync moved to the trash: it was deleted here when that arrived from there. An answer of the user starts
  /// the count anew.
  private static let goneSince = """
    SELECT count(*) FROM reminder
    WHERE deletedAt > max(?, coalesce((SELECT vanishingAnsweredAt FROM syncState), 0)) AND deletedAt = remoteArrivedAt
    """

  static func noteAnswer(at now: Date, _ database: Database) throws {
    try database.executeCached(sql: "UPDATE syncState SET vanishingAnsweredAt = ?", arguments: [now.milliseconds])
  }

  /// Whether the user is to be asked before so many tasks leave the lists at once: more than 50, or more than a tenth
  /// of the linked ones (sync-rules.md §3); a handful in a short list is not asked about.
  ///
  /// - Parameter unlinked: how many of them are linked no more.
  static func isTooMany(_ count: Int, unlinked: Int = 0, _ database: Database) throws -> Bool {
    guard (10...50).contains(count) else { return count > 50 }
    let linked = try Int.fetchOne(
      database.cachedStatement(
        sql: "SELECT count(*) FROM base b JOIN reminder r ON r.id = b.reminderId WHERE r.deletedAt IS NULL"))
    return count * 10 > (linked ?? 0) + unlinked
  }

  static func contains(_ salesforceID: String, _ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM vanishing WHERE salesforceId = ?)"),
      arguments: [salesforceID])
      ?? false
  }

  static func insert(_ salesforceID: String, author: String?, _ database: Database) throws {
    try database.executeCached(
      sql: "INSERT INTO vanishing (salesforceId, author) VALUES (?, ?)", arguments: [salesforceID, author])
  }

  static func insertOutOfSight(_ salesforceID: String, _ database: Database) throws {
    try database.executeCached(
      sql: "INSERT INTO vanishing (salesforceId, isOutOfSight) VALUES (?, 1) ON CONFLICT DO NOTHING",
      arguments: [salesforceID])
  }

  /// What was out of sight turns out to be deleted.
  static func noteDeletion(_ salesforceID: String, author: String?, _ database: Database) throws {
    try database.executeCached(
      sql: "UPDATE vanishing SET isOutOfSight = 0, author = ? WHERE salesforceId = ? AND isOutOfSight",
      arguments: [author, salesforceID])
  }

  static func remove(_ salesforceID: String, _ database: Database) throws {
    try database.executeCached(sql: "DELETE FROM vanishing WHERE salesforceId = ?", arguments: [salesforceID])
  }
}
