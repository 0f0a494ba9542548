import Foundation
import GRDB
import Reminders

/// A row of `intent`: a reminder has something to push.
struct IntentRecord: FetchableRecord, PersistableRecord {
  static let databaseTableName = "intent"

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

  func encode(to container: inout PersistenceContainer) {
    container["reminderId"] = reminderID.rawValue
    container["editedAt"] = editedAt.milliseconds
    container["refusalCode"] = refusal?.code
    container["refusalMessage"] = refusal?.message
  }
}
