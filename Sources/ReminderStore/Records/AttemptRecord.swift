import Foundation
import GRDB
import Reminders

/// A row of `attempt`: a create whose outcome is not known, with the values that it carried.
struct AttemptRecord: FetchableRecord, PersistableRecord {
  static let databaseTableName = "attempt"

  var reminderID: ReminderID
  /// By the server's clock.
  var startedAt: Date
  var subject: String
  var fields: ReminderFields

  init(reminderID: ReminderID, startedAt: Date, subject: String, fields: ReminderFields) {
    self.reminderID = reminderID
    self.startedAt = startedAt
    self.subject = subject
    self.fields = fields
  }

  init(row: Row) {
    reminderID = ReminderID(rawValue: row["reminderId"])
    startedAt = Date(milliseconds: row["startedAt"])
    subject = row["subject"]
    fields = FieldColumns.decode(row)
  }

  func encode(to container: inout PersistenceContainer) {
    container["reminderId"] = reminderID.rawValue
    container["startedAt"] = startedAt.milliseconds
    container["subject"] = subject
    FieldColumns.encode(fields, to: &container)
  }

  /// Whether a task there is the one that this attempt made (sync-rules.md §3, create exactly once).
  func matches(_ task: SalesforceTask) -> Bool {
    task.subject == subject && task.due == fields.due && task.details == fields.details
      && task.person?.id == fields.person?.id && task.relatedTo?.id == fields.relatedTo?.id
      // The two clocks agree to the second; nothing the user made before is ours.
      && task.createdAt >= startedAt.addingTimeInterval(-2)
  }
}
