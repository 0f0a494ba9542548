import Foundation
import GRDB
import Reminders

/// The columns of `ReminderFields`, the same in every table that holds some.
enum FieldColumns {
  static let names = [
    "name", "isCompleted", "priority", "due", "details", "assigneeId", "assigneeName", "personId", "personName",
    "relatedId", "relatedName", "remindAt", "kind", "callOutcome", "callReason",
  ]

  /// In the order of the names.
  static func bind(_ fields: ReminderFields, to binder: inout ColumnBinder) {
    binder.bind(fields.name)
    binder.bind(fields.isCompleted)
    binder.bind(fields.priority.rawValue)
    binder.bind(fields.due?.number)
    binder.bind(fields.details)
    for reference in [fields.assignee, fields.person, fields.relatedTo] {
      binder.bind(reference?.id)
      binder.bind(reference?.name)
    }
    binder.bind(fields.remindAt?.milliseconds)
    binder.bind(fields.kind.rawValue)
    binder.bind(fields.callOutcome)
    binder.bind(fields.callReason)
  }

  static func decode(_ row: StoredRow) -> ReminderFields {
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
