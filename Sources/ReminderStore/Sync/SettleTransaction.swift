import Foundation
import GRDB
import Reminders

/// Outcomes of pushes on their way into the store, while the transaction runs.
struct SettleTransaction {
  let database: Database
  let serverTime: Date
  let makeID: @Sendable () -> ReminderID

  func settle(_ settlement: PushSettlement) throws {
    switch settlement {
    case .created(let id, let salesforceID, let values):
      try AttemptRecord.endLatest(.create, of: id, database)
      try AttemptRecord.endCreates(ofMade: id, database)
      try link(id, to: salesforceID, values)
      try renewIntent(id)
    case .updated(let id, let values):
      try AttemptRecord.endLatest(.update, of: id, database)
      // So that the next change on condition does not meet our own.
      try move(id, to: values) { $0.modifiedAt = max($0.modifiedAt, serverTime) }
    case .agreed(let id, let values):
      try move(id, to: values)
    case .deleted(let id):
      try AttemptRecord.endLatest(.delete, of: id, database)
      if var record = try ReminderRecord.find(id, database), let base = try BaseRecord.find(id, database) {
        try record.unlink(from: base.salesforceID, goneAt: serverTime, createKey: makeID(), database)
      }
      try renewIntent(id)
    case .refused(let id, let refusal, let values):
      let attempt = try AttemptRecord.latest(of: id, database)
      try attempt?.end(database)
      // The answer under a key is the answer to all that carried it, but an org need not keep a refusal: what was sent
      // earlier may be accepted as long as it may commit.
      if attempt?.key != nil { try AttemptRecord.endCreates(of: id, settledBy: serverTime, database) }
      if let attempt { try renewCreateKey(after: attempt) }
      try renewIntent(id)
      guard var intent = try IntentRecord.find(id, database), let record = try ReminderRecord.find(id, database),
        // What was edited, deleted or restored meanwhile is another push, which may be accepted.
        values.carries(record.fields),
        attempt.map({ ($0.action == .delete) == (record.deletedAt != nil) }) ?? true
      else { return }
      intent.refusal = refusal
      try intent.update(database)
    case .kept(let item, let refusal):
      guard var intent = try IntentRecord.find(item.id, database),
        let record = try ReminderRecord.find(item.id, database),
        record.fields == item.fields, (record.deletedAt != nil) == item.isDeleted
      else { return }
      intent.refusal = refusal
      try intent.update(database)
    case .notSent(let id):
      try AttemptRecord.endLatest(of: id, database)
      try renewIntent(id)
    case .neverCreated(let id):
      let attempt = try AttemptRecord.openCreate(of: id, database)
      try AttemptRecord.endCreates(of: id, database)
      if let attempt { try renewCreateKey(after: attempt) }
      try renewIntent(id)
    }
  }

  private func move(
    _ id: ReminderID, to values: PushedValues, _ body: (inout BaseRecord) -> Void = { _ in }
  ) throws {
    guard var base = try BaseRecord.find(id, database) else { return }
    base.take(values)
    body(&base)
    try base.update(database)
    try renewIntent(id)
  }

  private func link(_ id: ReminderID, to salesforceID: String, _ values: PushedValues) throws {
    guard let record = try ReminderRecord.find(id, database), try BaseRecord.find(id, database) == nil else { return }
    if let twin = try BaseRecord.find(salesforceID: salesforceID, database) {
      try fold(twin, into: record, values)
    } else {
      try BaseRecord(reminderID: id, created: salesforceID, values, at: serverTime).insert(database)
    }
  }

  /// Folds a task that was imported before it was known to be the one that was made from here, with what the user did
  /// to it since (sync-rules.md §3, create exactly once).
  private func fold(_ twin: BaseRecord, into record: ReminderRecord, _ values: PushedValues) throws {
    guard let imported = try ReminderRecord.find(twin.reminderID, database) else { return }
    var there = values.fields
    there.take(ReminderField.allCases.filter { !$0.isOnlyHere }, from: twin.fields)
    // A value that does not sync leaves its field as it was sent; the import took it for the default.
    let mapping = try SettingRecord.syncSettings(database).mapping
    if mapping.isCompleted(status: twin.status) == nil { there.take(.status, from: values.fields) }
    if mapping.priority(twin.priority) == nil { there.take(.priority, from: values.fields) }
    var edited = there
    edited.take(imported.fields.differences(from: twin.fields), from: imported.fields)
    var record = record
    record.take(
      Merge.fields(base: values.fields, here: record.fields, there: edited, laterEdit: .here).here,
      completedAt: imported.completedAt)
    var base = twin
    base.reminderID = record.id
    base.fields = there
    try ChangeLog.fold(imported.id, into: record.id, database)
    try database.executeCached(sql: "DELETE FROM reminder WHERE id = ?", arguments: [imported.id.rawValue])
    try base.insert(database)
    try record.update(database)
  }

  /// An Idempotency-Key stands for one set of values, and the org may keep its refusal under it: what is sent next gets
  /// another one. An external Id stays: it is of the task, and keeps a second one out.
  private func renewCreateKey(after attempt: AttemptRecord) throws {
    let id = attempt.reminderID
    guard attempt.key?.externalID == nil, var record = try ReminderRecord.find(id, database),
      try BaseRecord.find(id, database) == nil,
      try AttemptRecord.openCreate(of: id, database) == nil
    else { return }
    record.createKey = makeID().rawValue
    try record.update(database)
  }

  private func renewIntent(_ id: ReminderID) throws {
    guard let record = try ReminderRecord.find(id, database) else { return }
    try IntentRecord.renew(for: record, editedAt: nil, database)
  }
}
