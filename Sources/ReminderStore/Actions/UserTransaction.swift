import Foundation
import GRDB
import Reminders

/// One action of the user while its transaction runs.
struct UserTransaction {
  let database: Database
  let now: Date
  let makeID: @Sendable () -> ReminderID
  private var inverses: [Inverse] = []
  private var touched: [ReminderRecord] = []

  init(database: Database, now: Date, makeID: @escaping @Sendable () -> ReminderID) {
    self.database = database
    self.now = now
    self.makeID = makeID
  }

  mutating func perform(_ action: UserAction) throws -> ActionReport? {
    let now = now
    let verb: String
    switch action {
    case .create(let draft):
      try create(draft)
      verb = "Added"
    case .edit(let id, let fields, let changed):
      try change([id]) { record in
        record.setCompleted(changed.contains(.status) ? fields.isCompleted : record.fields.isCompleted, at: now)
        record.fields.take(changed, from: fields)
      }
      verb = "Changed"
    case .setCompleted(let ids, let isCompleted):
      try change(ids) { $0.setCompleted(isCompleted, at: now) }
      verb = isCompleted ? "Completed" : "Reopened"
    case .setPriority(let ids, let priority):
      try change(ids) { $0.fields.priority = priority }
      verb = priority == .high ? "High priority for" : "Normal priority for"
    case .setDue(let ids, let due):
      try change(ids) { $0.fields.due = due }
      verb = due.map { "Due \($0.iso) now:" } ?? "No due date now:"
    case .delete(let ids):
      for id in ids { try delete(id) }
      verb = "Deleted"
    case .restore(let ids):
      for id in ids { try restore(id) }
      verb = "Restored"
    case .dismissConflicts(let id):
      try ConflictEntry.close(id, database)
      return nil
    case .resolveConflict, .send, .retry, .giveUp, .answerVanishing, .redo:
      return nil
    case .undo:
      return try undo()
    }
    guard let report = report(verb) else { return nil }
    try HistoryEntry.append(report.summary, inverses, at: now, to: database)
    return report
  }

  private func report(_ verb: String) -> ActionReport? {
    guard let first = touched.first else { return nil }
    let what = touched.count == 1 ? "“\(first.fields.name)”" : "\(touched.count) tasks"
    return ActionReport(summary: "\(verb) \(what)", reminders: touched.map(\.id))
  }

  private mutating func create(_ draft: ReminderDraft) throws {
    let state = try SyncStateRecord.fetch(database)
    let settings = try SettingRecord.syncSettings(database)
    var record = ReminderRecord(
      id: makeID(), fields: draft.fields, completedAt: draft.fields.isCompleted ? now : nil,
      createdAt: now, isLocalOnly: !settings.isOn, isMadeHere: true)
    record.createKey = record.id.rawValue
    if record.fields.assignee == nil { record.fields.assignee = state.user }
    try record.insert(database)
    inverses.append(.delete(record.id))
    try finish(record)
  }

  private mutating func change(_ ids: [ReminderID], _ body: (inout ReminderRecord) -> Void) throws {
    for id in ids {
      guard var record = try ReminderRecord.live(id, database) else { continue }
      let before = record
      body(&record)
      let changed = record.fields.differences(from: before.fields)
      guard !changed.isEmpty else { continue }
      inverses.append(
        .write(id, before: before.fields, changed: changed, completedAt: before.completedAt))
      try record.update(database)
      try finish(record)
    }
  }

  private mutating func delete(_ id: ReminderID) throws {
    guard var record = try ReminderRecord.live(id, database) else { return }
    record.deletedAt = now
    try record.update(database)
    inverses.append(.restore(id))
    try finish(record)
  }

  private mutating func restore(_ id: ReminderID) throws {
    guard var record = try ReminderRecord.find(id, database), record.deletedAt != nil else { return }
    record.deletedAt = nil
    try record.update(database)
    inverses.append(.delete(id))
    try finish(record)
  }

  /// Reverses the last action and takes it off the history.
  private mutating func undo() throws -> ActionReport? {
    guard let entry = try HistoryEntry.takeLast(database) else { return nil }
    for inverse in entry.inverses.reversed() {
      switch inverse {
      case .delete(let id): try delete(id)
      case .restore(let id): try restore(id)
      case .write(let id, let before, let changed, let completedAt):
        try change([id]) { record in
          record.fields.take(changed, from: before)
          if changed.contains(.status) { record.completedAt = completedAt }
        }
      }
    }
    return ActionReport(summary: "Undone: \(entry.summary)", reminders: touched.map(\.id))
  }

  /// Writes the intent, as what is here and the base now demand.
  private mutating func finish(_ record: ReminderRecord) throws {
    touched.append(record)
    try IntentRecord.renew(for: record, editedAt: now, database)
  }
}
