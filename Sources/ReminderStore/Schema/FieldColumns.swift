import Foundation
import GRDB
import Reminders

/// The columns of `ReminderFields`, the same in every table that holds some.
enum FieldColumns {
  static func encode(_ fields: ReminderFields, to container: inout PersistenceContainer) {
    container["name"] = fields.name
    container["isCompleted"] = fields.isCompleted
    container["priority"] = fields.priority.rawValue
    container["due"] = fields.due?.number
    container["details"] = fields.details
    container["assigneeId"] = fields.assignee?.id
    container["assigneeName"] = fields.assignee?.name
    container["personId"] = fields.person?.id
    container["personName"] = fields.person?.name
    container["relatedId"] = fields.relatedTo?.id
    container["relatedName"] = fields.relatedTo?.name
    container["remindAt"] = fields.remindAt?.milliseconds
    container["kind"] = fields.kind.rawValue
    container["callOutcome"] = fields.callOutcome
    container["callReason"] = fields.callReason
  }

  static func decode(_ row: Row) -> ReminderFields {
    ReminderFields(
      name: row["name"], isCompleted: row["isCompleted"],
      priority: Reminder.Priority(rawValue: row["priority"]) ?? .normal, due: (row["due"] as Int?).map(Day.init),
      details: row["details"], assignee: reference(row["assigneeId"], row["assigneeName"]),
      person: reference(row["personId"], row["personName"]),
      relatedTo: reference(row["relatedId"], row["relatedName"]),
      remindAt: (row["remindAt"] as Int?).map(Date.init(milliseconds:)),
      kind: Reminder.Kind(rawValue: row["kind"]) ?? .custom, callOutcome: row["callOutcome"],
      callReason: row["callReason"])
  }

  private static func reference(_ id: String?, _ name: String?) -> RecordReference? {
    id.map { RecordReference(id: $0, name: name ?? "") }
  }
}

extension Date {
  /// Milliseconds since 1970, the precision of Salesforce and of the store.
  var milliseconds: Int { Int((timeIntervalSince1970 * 1_000).rounded()) }

  init(milliseconds: Int) {
    self.init(timeIntervalSince1970: Double(milliseconds) / 1_000)
  }
}
