import Foundation
import Interface
import Localization
import Reminders
import Terminal

/// A task with all that there is to know, for people: what `show` prints.
enum ReminderSheet {
  static func text(_ rows: [ReminderRow]) -> String { rows.map(text).joined(separator: "\n\n") }

  private static func text(_ row: ReminderRow) -> String {
    let lines = lines(row).map { (label: DisplayText($0), value: $1) }
    let width = lines.map(\.label.width).max() ?? 0
    let details = row.reminder.fields.details.split(whereSeparator: \.isNewline).map { DisplayText(String($0)).text }
    return
      ([DisplayText(row.reminder.fields.name).text]
      + lines.map { label, value in
        "  \(label.text)\(String(repeating: " ", count: width - label.width))  \(DisplayText(value).text)"
      } + details.map { "  \($0)" })
      .joined(separator: "\n")
  }

  /// What there is nothing of is left out.
  private static func lines(_ row: ReminderRow) -> [(String, String)] {
    let fields = row.reminder.fields
    let lines: [(String, String?)] = [
      (localized("Id"), row.id.rawValue),
      (ReminderField.due.title, fields.due?.iso ?? localized("no date")),
      (ReminderField.status.title, status(row)),
      (ReminderField.priority.title, fields.priority == .high ? localized("high") : localized("normal")),
      (ReminderField.kind.title, row.reminder.kind.rawValue),
      (ReminderField.assignee.title, fields.assignee?.name),
      (ReminderField.person.title, fields.person?.name),
      (localized("Phone"), row.personPhone),
      (localized("E-mail"), row.personEmail),
      (ReminderField.relatedTo.title, fields.relatedTo?.name),
      (ReminderField.reminder.title, fields.remindAt?.formatted(.iso8601)),
      (ReminderField.callOutcome.title, fields.callOutcome),
      (ReminderField.callReason.title, fields.callReason),
      (localized("Sync"), row.mark.words),
      (localized("Salesforce Id"), row.reminder.salesforceID),
      (localized("Status there"), row.salesforceStatus),
      (localized("Priority there"), row.salesforcePriority),
      (localized("Refused"), row.refusal.map { "\($0.code): \($0.message)" }),
      (localized("Deleted"), row.deletedAt?.formatted(.iso8601)),
    ]
    return lines.compactMap { label, value in value.flatMap { $0.isEmpty ? nil : (label, $0) } }
  }

  private static func status(_ row: ReminderRow) -> String {
    guard row.reminder.fields.isCompleted else { return localized("open") }
    return row.reminder.completedAt.map { localized("completed \($0.formatted(.iso8601))") } ?? localized("completed")
  }
}
