import Foundation
import GRDB
import Reminders

/// A row of `intent`: a reminder has something to push.
struct IntentRecord: StoredRecord {
  static let statements = RecordStatements(
    table: "intent", columns: ["reminderId", "editedAt", "refusalCode", "refusalMessage"])

  var reminderID: ReminderID
  var editedAt: Date
  var refusal: Refusal?

  init(reminderID: ReminderID, editedAt: Date) {
    self.reminderID = reminderID
    self.editedAt = editedAt
  }

  init(row: Row) {
    reminderID = ReminderID(rawValue: row["reminderId"])
    editedAt = Date(milliseconds: row["editedAt"])
    if let code = row["refusalCode"] as String? {
      refusal = Refusal(code: code, message: row["refusalMessage"] ?? "")
    }
  }

  func bind(to binder: inout ColumnBinder) {
    binder.bind(reminderID.rawValue)
    binder.bind(editedAt.milliseconds)
    binder.bind(refusal?.code)
    binder.bind(refusal?.message)
  }
}
