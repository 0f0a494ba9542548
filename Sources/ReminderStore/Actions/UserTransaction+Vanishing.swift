import GRDB
import Reminders

/// The user's answer about tasks that are gone there, many at once (sync-rules.md §3).
extension UserTransaction {
  /// Each goes to the trash, as if it had been the only one.
  mutating func deleteVanishing() throws {
    try forEachVanishing { transaction, id, author in
      if var record = try ReminderRecord.live(id, transaction.database) {
        record.remoteChange = RemoteChange(author: author ?? "Salesforce", arrivedAt: transaction.now)
        try record.update(transaction.database)
        try transaction.take(.delete(id))
      }
    }
  }

  /// Each stays, but only here.
  mutating func keepVanishing() throws {
    try forEachVanishing { transaction, id, _ in
      try transaction.take(.setLocalOnly(id, true))
    }
  }

  /// Takes the link off each, and does something with it.
  private mutating func forEachVanishing(
    _ body: (inout UserTransaction, ReminderID, _ author: String?) throws -> Void
  ) throws {
    for row in try Row.fetchAll(database.cachedStatement(sql: "SELECT salesforceId, author FROM vanishing")) {
      guard let base = try BaseRecord.find(salesforceID: row["salesforceId"], database),
        var record = try ReminderRecord.find(base.reminderID, database)
      else { continue }
      // When it was deleted is not told: not before it was last seen.
      try record.unlink(
        from: base.salesforceID, goneAt: max(base.stamp, base.modifiedAt), createKey: makeID(), database)
      try IntentRecord.renew(for: record, editedAt: nil, database)
      try body(&self, record.id, row["author"])
    }
    try database.executeCached(sql: "DELETE FROM vanishing")
    try Vanishing.noteAnswer(at: now, database)
  }
}
