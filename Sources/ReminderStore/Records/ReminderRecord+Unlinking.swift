import Foundation
import GRDB
import Reminders

extension ReminderRecord {
  /// Takes the link off, as the task is gone there.
  ///
  /// - Parameters:
  ///   - stamp: when it was deleted at the latest, by the server's clock.
  ///   - createKey: names the task that is made there if the reminder is sent again: it is another one.
  mutating func unlink(
    from salesforceID: String, goneAt stamp: Date, createKey: ReminderID, _ database: Database
  ) throws {
    try Tombstone.insert(salesforceID, of: self, goneAt: stamp, database)
    self.createKey = createKey.rawValue
    try update(database)
    try database.executeCached(sql: "DELETE FROM base WHERE reminderId = ?", arguments: [id.rawValue])
    // They were about the task that is gone.
    try database.executeCached(
      sql: "DELETE FROM attempt WHERE reminderId = ? AND action <> 'create'", arguments: [id.rawValue])
    try Vanishing.remove(salesforceID, database)
  }

  /// Takes fields that were merged, with the moment of completion where that changed.
  mutating func take(_ merged: ReminderFields, completedAt: Date?) {
    if merged.isCompleted != fields.isCompleted { self.completedAt = merged.isCompleted ? completedAt : nil }
    fields = merged
  }
}
