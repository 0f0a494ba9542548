import Foundation
import GRDB
import Localization
import Reminders

/// One action of the user while its transaction runs.
struct UserTransaction {
  let database: Database
  let now: Date
  let makeID: @Sendable () -> ReminderID
  /// What reverses the steps taken so far, in their order.
  var inverses: [Step] = []
  /// The reminders that were changed, each once, in order.
  private(set) var touched: [ReminderRecord] = []
  private(set) var touchedIDs: Set<ReminderID> = []
  /// The reminders for which a step had nothing to do.
  var passedOver: Set<ReminderID> = []
  /// The reminders of which a later action changed the same, so that this stands.
  var changedLater: Set<ReminderID> = []
  /// How many are restored whose task there is gone, so that a new one is made.
  var madeAnewCount = 0
  var changes = ChangeLog()

  init(
    database: Database, now: Date, makeID: @escaping @Sendable () -> ReminderID
  ) {
    self.database = database
    self.now = now
    self.makeID = makeID
  }

  /// Carries out an action and writes down how to undo it.
  ///
  /// - Returns: what was done, in words; `nil` when there was nothing to do.
  mutating func perform(_ action: UserAction) throws -> ActionReport? {
    switch action {
    case .create(let draft):
      try create(draft)
    case .edit(let id, let fields, let changed):
      guard try ReminderRecord.live(id, database) != nil else {
        return ActionReport(summary: localized("The task was deleted meanwhile"), reminders: [])
      }
      try write([id], fields, changed)
      try note(fields, changed)
    case .setCompleted(let ids, let isCompleted):
      try write(ids, ReminderFields(name: "", isCompleted: isCompleted), [.status])
    case .setPriority(let ids, let priority):
      try write(ids, ReminderFields(name: "", priority: priority), [.priority])
    case .setDue(let ids, let due):
      try write(ids, ReminderFields(name: "", due: due), [.due])
    case .setReminder(let ids, let instant):
      try write(ids, ReminderFields(name: "", remindAt: instant), [.reminder])
    case .delete(let ids):
      for id in ids { try take(.delete(id)) }
    case .restore(let ids):
      for id in ids { try take(.restore(id)) }
    case .dismissConflicts(let ids):
      for id in ids { try closeConflicts(of: id) }
    case .resolveConflict(let id, let side, let field):
      if let problem = try resolveConflict(of: id, keeping: side, field) { return problem }
    case .send(let ids):
      for id in ids { try send(id) }
    case .giveUp(let ids):
      for id in ids { try giveUp(id) }
    case .answerVanishing(.delete):
      try deleteVanishing()
    case .answerVanishing(.keep):
      try keepVanishing()
      return report(summary(of: action))
    case .retry(let ids):
      for id in ids { try retry(id) }
      return report(summary(of: action))
    case .undo:
      return try reverse(.undo)
    case .redo:
      return try reverse(.redo)
    case .undoEntries(let ids):
      return try reverse(Set(ids))
    }
    guard !touched.isEmpty else { return nil }
    let summary = summary(of: action)
    return report(summary, entry: try HistoryEntry.append(summary, inverses, at: now, to: database))
  }

  /// For the feed of changes.
  var author: ChangeLog.Author { ChangeLog.Author(side: .here, name: nil, at: now) }

  mutating func touch(_ record: ReminderRecord) {
    if touchedIDs.insert(record.id).inserted { touched.append(record) }
  }

  private mutating func create(_ draft: ReminderDraft) throws {
    let settings = try SettingRecord.syncSettings(database)
    var record = ReminderRecord(
      id: makeID(), fields: draft.fields, completedAt: draft.fields.isCompleted ? now : nil,
      createdAt: now, isLocalOnly: !settings.isOn, isMadeHere: true)
    record.createKey = record.id.rawValue
    if record.fields.assignee == nil { record.fields.assignee = try SyncStateRecord.fetch(database).user }
    try record.insert(database)
    inverses.append(.delete(record.id))
    changes.note(.created, of: record, by: author)
    try note(draft.fields, Set(ReminderField.allCases))
    try finish(record)
  }

  /// Whom or what the user chose is offered first from now on.
  private func note(_ fields: ReminderFields, _ changed: Set<ReminderField>) throws {
    for field in ReferenceField.allCases where changed.contains(field.reminderField) {
      if let reference = fields[field] { try RecordCache.note(reference, usedAt: now, at: now, database) }
    }
  }

  private mutating func write(
    _ ids: [ReminderID], _ fields: ReminderFields, _ changed: Set<ReminderField>
  ) throws {
    for id in ids {
      try take(.write(id, fields: fields, changed: changed, completedAt: fields.isCompleted ? now : nil))
    }
  }
}
