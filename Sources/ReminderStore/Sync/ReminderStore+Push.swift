package import Foundation
import GRDB
package import Reminders

extension ReminderStore {
  /// The reminders that have something to push, oldest edit first. Left out is what Salesforce refused, until the user
  /// edits it, and what is gone there and the user has to answer for.
  package func pushItems() throws(StoreError) -> [PushItem] {
    try read { try PushItem.fetchAll($0) }
  }

  /// Writes down that pushes are about to leave, on the disk before they do.
  ///
  /// - Returns: whose push may leave. What the user took back since it was planned never happens there (sync-rules.md
  ///   §4, undo): it is not written down, so it must not be sent, nor settled.
  @discardableResult
  package func beginAttempts(
    _ attempts: [PushAttempt], at serverTime: Date
  ) throws(StoreError) -> Set<ReminderID> {
    try write { database in
      var leaving: Set<ReminderID> = []
      for attempt in attempts where try attempt.isStillWanted(database) {
        try AttemptRecord(attempt, startedAt: serverTime).insert(database)
        leaving.insert(attempt.id)
      }
      return leaving
    }
  }

  /// Writes down what became of pushes. The row here is never written from what was sent, so an edit made meanwhile
  /// stays, and stays to be pushed.
  package func settle(_ settlements: [PushSettlement], at serverTime: Date) throws(StoreError) {
    guard !settlements.isEmpty else { return }
    try write { database in
      let transaction = SettleTransaction(database: database, serverTime: serverTime, makeID: makeID)
      for settlement in settlements { try transaction.settle(settlement) }
    }
  }
}

extension PushItem {
  /// Three statements, however many there are.
  fileprivate static func fetchAll(_ database: Database) throws -> [PushItem] {
    let records = try ReminderRecord.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT r.* FROM intent i INDEXED BY intent_pending CROSS JOIN reminder r ON r.id = i.reminderId
          WHERE i.refusalCode IS NULL AND (r.deletedAt IS NOT NULL OR NOT EXISTS (
            SELECT 1 FROM base b JOIN vanishing v ON v.salesforceId = b.salesforceId WHERE b.reminderId = r.id))
          ORDER BY i.editedAt, i.reminderId
          """))
    guard !records.isEmpty else { return [] }
    let bases = try BaseRecord.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT b.* FROM intent i INDEXED BY intent_pending CROSS JOIN base b ON b.reminderId = i.reminderId
          WHERE i.refusalCode IS NULL
          """))
    let creates = try AttemptRecord.fetchAll(
      database.cachedStatement(sql: "SELECT * FROM attempt WHERE action = 'create' ORDER BY startedAt, id"))
    let baseByID = Dictionary(uniqueKeysWithValues: bases.map { ($0.reminderID, $0) })
    let createsByID = Dictionary(grouping: creates, by: \.reminderID)
    return records.map { PushItem($0, baseByID[$0.id], OpenCreate(createsByID[$0.id] ?? [])) }
  }

  private init(_ record: ReminderRecord, _ base: BaseRecord?, _ openCreate: OpenCreate?) {
    self.init(
      id: record.id, fields: record.fields, isDeleted: record.deletedAt != nil, base: base?.fields,
      salesforceID: base?.salesforceID, modifiedAt: base?.modifiedAt, createKey: record.createKey ?? record.id.rawValue,
      openCreate: openCreate)
  }
}

extension OpenCreate {
  /// `nil` if there is none.
  fileprivate init?(_ attempts: [AttemptRecord]) {
    guard let first = attempts.first, let last = attempts.last else { return nil }
    self.init(
      firstStartedAt: first.startedAt, mayCommitUntil: last.mayCommitUntil, key: last.key, fields: last.fields,
      sent: last.changed.isEmpty ? Set(ReminderField.allCases) : last.changed)
  }
}

extension PushAttempt {
  /// Whether it still is what the user wants: a delete of what is in the trash, or else a create or update of what is not.
  ///
  /// A create that is sent again just as it was only asks what became of the first one.
  fileprivate func isStillWanted(_ database: Database) throws -> Bool {
    guard let record = try ReminderRecord.find(id, database) else { return false }
    let isDeleted = record.deletedAt != nil
    switch action {
    case .delete: return isDeleted
    case .update: return !isDeleted
    case .create: return try !isDeleted && !record.isLocalOnly || isRepeated(database)
    }
  }

  private func isRepeated(_ database: Database) throws -> Bool {
    guard let key else { return false }
    return try AttemptRecord.open(.create, of: id, database)
      .contains { $0.key == key && $0.fields == values.fields }
  }
}
