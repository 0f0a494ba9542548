import Foundation
import Reminders

/// Tasks as CSV (RFC 4180), with the columns of the JSON.
enum ReminderCSV {
  private static let header = [
    "id", "salesforceId", "name", "status", "priority", "due", "details", "kind", "assignee", "person", "relatedTo",
    "reminder", "completedAt", "sync", "salesforceStatus", "salesforcePriority", "error",
  ]

  static func text(_ rows: [ReminderRow]) -> String {
    ([header] + rows.map(values)).map { $0.map(quoted).joined(separator: ",") }.joined(separator: "\r\n")
  }

  private static func values(_ row: ReminderRow) -> [String] {
    let fields = row.reminder.fields
    return [
      row.id.rawValue, row.reminder.salesforceID ?? "", fields.name, fields.isCompleted ? "completed" : "open",
      fields.priority.rawValue, fields.due?.iso ?? "", fields.details, row.reminder.kind.rawValue,
      fields.assignee?.name ?? "", fields.person?.name ?? "", fields.relatedTo?.name ?? "",
      fields.remindAt?.formatted(.iso8601) ?? "", row.reminder.completedAt?.formatted(.iso8601) ?? "",
      row.mark.rawValue, row.salesforceStatus ?? "", row.salesforcePriority ?? "",
      row.refusal.map { "\($0.code): \($0.message)" } ?? "",
    ]
  }

  private static func quoted(_ raw: String) -> String {
    let value = raw.withoutControls
    guard value.contains(where: { $0.isNewline || "\",".contains($0) }) else { return value }
    return "\"\(value.replacing("\"", with: "\"\""))\""
  }
}
