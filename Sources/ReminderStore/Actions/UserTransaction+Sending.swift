import GRDB
import Reminders

extension UserTransaction {
  /// Sends a reminder that is only here (sync-rules.md §2.1); it is the user's own, if it is nobody's.
  mutating func send(_ id: ReminderID) throws {
    guard let record = try ReminderRecord.live(id, database), record.isLocalOnly,
      try BaseRecord.find(id, database) == nil
    else { return }
    if record.fields.assignee == nil, let user = try SyncStateRecord.fetch(database).user {
      let fields = ReminderFields(name: "", assignee: user)
      try take(.write(id, fields: fields, changed: [.assignee], completedAt: nil))
    }
    try take(.setLocalOnly(id, false))
  }

  /// Tries again what Salesforce refused; it is still the edit of then.
  mutating func retry(_ id: ReminderID) throws {
    guard let record = try ReminderRecord.find(id, database), var intent = try IntentRecord.find(id, database),
      intent.refusal != nil
    else { return }
    intent.refusal = nil
    try intent.update(database)
    touch(record)
  }

  /// Gives up what Salesforce refused: what is there stands here too; a task that it never took is only here.
  mutating func giveUp(_ id: ReminderID) throws {
    guard let record = try ReminderRecord.find(id, database), try IntentRecord.find(id, database)?.refusal != nil
    else { return }
    guard let base = try BaseRecord.find(id, database)?.fields else { return try take(.setLocalOnly(id, true)) }
    if record.deletedAt != nil { try take(.restore(id)) }
    try take(
      .write(
        id, fields: base, changed: Set(ReminderField.allCases), completedAt: base.isCompleted ? now : nil))
  }
}
