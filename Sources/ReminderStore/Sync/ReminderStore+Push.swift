package import Foundation
import GRDB
package import Reminders

extension ReminderStore {
  /// The reminders that have something to push, oldest edit first; what Salesforce refused is left out until the user
  /// edits it.
  package func pushItems() throws(StoreError) -> [PushItem] {
    try read { database in
      try ReminderID.fetchPending(database).compactMap { try PushItem.fetch($0, database) }
    }
  }

  /// Writes down that pushes are about to leave, on the disk before they do.
  package func beginAttempts(_ attempts: [PushAttempt], at serverTime: Date) throws(StoreError) {
    try write { database in
      for attempt in attempts {
        var record = AttemptRecord(attempt, startedAt: serverTime)
        try record.insert(database)
      }
    }
  }

  /// Writes down what became of pushes. The row here is never written from what was sent, so an edit made meanwhile
  /// stays, and stays to be pushed.
  package func settle(_ settlements: [PushSettlement], at serverTime: Date) throws(StoreError) {
    guard !settlements.isEmpty else { return }
    try write { database in
      for settlement in settlements { try PushSettlement.apply(settlement, at: serverTime, makeID, database) }
    }
  }
}

extension ReminderID {
  fileprivate static func fetchPending(_ database: Database) throws -> [ReminderID] {
    try String.fetchAll(
      database, sql: "SELECT reminderId FROM intent WHERE refusalCode IS NULL ORDER BY editedAt, reminderId"
    )
    .map(ReminderID.init(rawValue:))
  }
}

extension PushItem {
  fileprivate static func fetch(_ id: ReminderID, _ database: Database) throws -> PushItem? {
    guard let record = try ReminderRecord.find(id, database) else { return nil }
    let base = try BaseRecord.find(id, database)
    let openCreate = try AttemptRecord.openCreate(of: id, database)
    return PushItem(
      id: id, fields: record.fields, isDeleted: record.deletedAt != nil, base: base?.fields,
      salesforceID: base?.salesforceID, modifiedAt: base?.modifiedAt, createKey: record.createKey ?? id.rawValue,
      openCreate: openCreate.map { OpenCreate(startedAt: $0.startedAt, key: $0.key, fields: $0.fields) })
  }
}

extension PushSettlement {
  fileprivate static func apply(
    _ settlement: PushSettlement, at serverTime: Date, _ makeID: () -> ReminderID, _ database: Database
  ) throws {
    switch settlement {
    case .created(let id, let salesforceID, let values):
      try endAttempt(id, database)
      try BaseRecord(reminderID: id, created: salesforceID, push: values, at: serverTime).insert(database)
      try renewIntent(id, database)
    case .updated(let id, let values), .agreed(let id, let values):
      try endAttempt(id, database)
      guard var base = try BaseRecord.find(id, database) else { return }
      base.fields.take(values.changed, from: values.fields)
      base.subject = values.subject ?? base.subject
      base.status = values.status ?? base.status
      base.priority = values.priority ?? base.priority
      try base.update(database)
      try renewIntent(id, database)
    case .deleted(let id):
      try endAttempt(id, database)
      if var record = try ReminderRecord.find(id, database), let base = try BaseRecord.find(id, database) {
        try record.unlink(from: base.salesforceID, goneAt: serverTime, createKey: makeID(), database)
      }
      try renewIntent(id, database)
    case .refused(let id, let refusal, let values):
      try endAttempt(id, database)
      try renewIntent(id, database)
      guard var intent = try IntentRecord.find(id, database),
        // What was edited meanwhile is another push, which may be accepted.
        try ReminderRecord.find(id, database)?.fields == values.fields
      else { return }
      intent.refusal = refusal
      try intent.update(database)
    case .notSent(let id):
      try endAttempt(id, database)
      try renewIntent(id, database)
    }
  }

  private static func endAttempt(_ id: ReminderID, _ database: Database) throws {
    try database.execute(sql: "DELETE FROM attempt WHERE reminderId = ?", arguments: [id.rawValue])
  }

  private static func renewIntent(_ id: ReminderID, _ database: Database) throws {
    guard let record = try ReminderRecord.find(id, database) else { return }
    try IntentRecord.renew(for: record, editedAt: nil, database)
  }
}
