import Foundation
import GRDB
import Reminders

/// The rows of `tombstone`: tasks that were linked here and are gone there, so that none is taken for what a create of
/// unknown outcome has made, and what a create that was given up makes anew is known by its key.
///
/// They do not keep a task out that lives there: what the sync reads was asked for after it knew of the end, so such a
/// task was undeleted, also when the stamps, which may have whole seconds, do not tell which came first.
enum Tombstone {
  static func contains(_ salesforceID: String, _ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM tombstone WHERE salesforceId = ?)"),
      arguments: [salesforceID]) ?? false
  }

  /// The reminder of which a task was made under a key and is gone since.
  static func reminder(of createKey: String, _ database: Database) throws -> ReminderID? {
    try String.fetchOne(
      database.cachedStatement(sql: "SELECT reminderId FROM tombstone WHERE createKey = ?"), arguments: [createKey]
    )
    .map(ReminderID.init(rawValue:))
  }

  static func insert(_ salesforceID: String, of record: ReminderRecord, goneAt stamp: Date, _ database: Database) throws
  {
    try database.executeCached(
      sql: """
        INSERT INTO tombstone (salesforceId, stamp, reminderId, createKey) VALUES (?, ?, ?, ?)
        ON CONFLICT (salesforceId) DO UPDATE SET stamp = max(stamp, excluded.stamp),
          reminderId = excluded.reminderId, createKey = excluded.createKey
        """,
      arguments: [salesforceID, stamp.milliseconds, record.id.rawValue, record.createKey ?? record.id.rawValue])
  }

  static func forget(until instant: Date, _ database: Database) throws {
    try database.executeCached(sql: "DELETE FROM tombstone WHERE stamp <= ?", arguments: [instant.milliseconds])
  }
}
