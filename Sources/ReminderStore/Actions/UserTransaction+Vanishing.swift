import GRDB
import Reminders

/// The user's answer about tasks that are gone there, many at once (sync-rules.md §3).
extension UserTransaction {
  /// Each that was deleted goes to the trash, as if it had been the only one; each that is out of sight leaves the lists
  /// and stays linked, so that it returns when it is found again.
  mutating func deleteVanishing() throws {
    try forEachVanishing { transaction, base, row in
      if row["isOutOfSight"] { return try transaction.take(.setOutOfSight(base.reminderID, true)) }
      try transaction.unlink(base)
      if var record = try ReminderRecord.live(base.reminderID, transaction.database) {
        record.remoteChange = RemoteChange(author: row["author"] ?? "Salesforce", arrivedAt: transaction.now)
        try record.update(transaction.database)
        try transaction.take(.delete(record.id))
      }
    }
  }

  /// Each stays, but only here.
  mutating func keepVanishing() throws {
    try forEachVanishing { transaction, base, _ in
      try transaction.unlink(base)
      try transaction.take(.setLocalOnly(base.reminderID, true))
    }
  }

  private mutating func forEachVanishing(_ body: (inout UserTransaction, BaseRecord, Row) throws -> Void) throws {
    for row in try Row.fetchAll(database.cachedStatement(sql: "SELECT * FROM vanishing")) {
      if let base = try BaseRecord.find(salesforceID: row["salesforceId"], database) { try body(&self, base, row) }
    }
    try database.executeCached(sql: "DELETE FROM vanishing")
    try Vanishing.noteAnswer(at: now, database)
  }

  private func unlink(_ base: BaseRecord) throws {
    guard var record = try ReminderRecord.find(base.reminderID, database) else { return }
    // When it was deleted is not told: not before it was last seen.
    try record.unlink(
      from: base.salesforceID, goneAt: max(base.stamp, base.modifiedAt), createKey: makeID(), database)
    try IntentRecord.renew(for: record, editedAt: nil, database)
  }
}
