import Foundation
import GRDB

/// The rows of `tombstone`: linked tasks that are gone there. A version of one that comes late and is not younger than
/// its end is no new task (sync-rules.md §5, no resurrection).
enum Tombstone {
  static let databaseTableName = "tombstone"

  static func stamp(of salesforceID: String, _ database: Database) throws -> Date? {
    try Int.fetchOne(
      database.cachedStatement(sql: "SELECT stamp FROM tombstone WHERE salesforceId = ?"), arguments: [salesforceID]
    )
    .map(Date.init(milliseconds:))
  }

  static func insert(_ salesforceID: String, goneAt stamp: Date, _ database: Database) throws {
    try database.executeCached(
      sql: """
        INSERT INTO tombstone (salesforceId, stamp) VALUES (?, ?)
        ON CONFLICT (salesforceId) DO UPDATE SET stamp = max(stamp, excluded.stamp)
        """,
      arguments: [salesforceID, stamp.milliseconds])
  }

  static func forget(until instant: Date, _ database: Database) throws {
    try database.executeCached(sql: "DELETE FROM tombstone WHERE stamp <= ?", arguments: [instant.milliseconds])
  }
}
