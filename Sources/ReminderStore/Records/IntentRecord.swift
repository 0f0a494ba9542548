import Foundation
import GRDB
import Reminders

/// A row of `intent`: a reminder has something to push.
struct IntentRecord: WritableRecord {
  static let statements = RecordStatements(
    table: "intent", columns: ["reminderId", "editedAt", "refusalCode", "refusalMessage"])

  var reminderID: ReminderID
  var editedAt: Date
  var refusal: Refusal?

  init(reminderID: ReminderID, editedAt: Date) {
    self.reminderID = reminderID
    self.editedAt = editedAt
  }

  init(row: StoredRow) {
    reminderID = ReminderID(rawValue: row["reminderId"])
    editedAt = Date(milliseconds: row["editedAt"])
    if let code = row["refusalCode"] as String? {
      refusal = Refusal(code: code, message: row["refusalMessage"] as String? ?? "")
    }
  }

  func bind(to binder: inout ColumnBinder) {
    binder.bind(reminderID.rawValue)
    binder.bind(editedAt.milliseconds)
    binder.bind(refusal?.code)
    binder.bind(refusal?.message)
  }
}
