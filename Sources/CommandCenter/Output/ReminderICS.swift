import Foundation
import Interface
import Reminders

/// Tasks as iCalendar to-dos (RFC 5545, VTODO).
enum ReminderICS {
  /// - Parameter org: The address of the org, for links to the tasks there; `nil` where none was connected.
  static func text(_ rows: [ReminderRow], org: String? = nil, at now: Date) -> String {
    let lines =
      ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Command Center//Reminder tasks//EN"]
      + rows.flatMap { todo($0, org, at: now) } + ["END:VCALENDAR"]
    return lines.map { folded($0) + "\r\n" }.joined()
  }

  private static func todo(_ row: ReminderRow, _ org: String?, at now: Date) -> [String] {
    let fields = row.reminder.fields
    var lines = [
      "BEGIN:VTODO", "UID:\(row.id.rawValue)@command-center", "DTSTAMP:\(stamp(now))",
      "SUMMARY:\(escaped(fields.name))", "STATUS:\(status(row))",
      "PRIORITY:\(fields.priority == .high ? 1 : 5)", "CREATED:\(stamp(row.reminder.createdAt))",
    ]
    if let due = fields.due { lines.append("DUE;VALUE=DATE:\(due.iso.replacing("-", with: ""))") }
    if !fields.details.isEmpty { lines.append("DESCRIPTION:\(escaped(fields.details))") }
    if let completedAt = row.reminder.completedAt { lines.append("COMPLETED:\(stamp(completedAt))") }
    if let person = fields.person { lines.append("CONTACT:\(escaped(person.name))") }
    if let id = row.reminder.salesforceID, let page = try? LinkAddress(.page(id), org: org) {
      lines.append("URL:\(page.text)")
    }
    lines.append("CATEGORIES:\(row.reminder.kind.activityType)")
    if let remindAt = fields.remindAt, !fields.isCompleted {
      lines += [
        "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:\(escaped(fields.name))",
        "TRIGGER;VALUE=DATE-TIME:\(stamp(remindAt))", "END:VALARM",
      ]
    }
    return lines + ["END:VTODO"]
  }

  private static func status(_ row: ReminderRow) -> String {
    if row.deletedAt != nil { return "CANCELLED" }
    return row.reminder.fields.isCompleted ? "COMPLETED" : "NEEDS-ACTION"
  }

  private static func stamp(_ date: Date) -> String {
    date.formatted(.iso8601).replacing("-", with: "").replacing(":", with: "")
  }

  private static func escaped(_ text: String) -> String {
    text.withoutControls.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
      .replacing("\n", with: "\\n")
  }

  /// Lines are at most 75 octets long, and never broken inside a code point.
  private static func folded(_ line: String) -> String {
    var result = ""
    var length = 0
    for scalar in line.unicodeScalars {
      let size = String(scalar).utf8.count
      if length + size > 74 {
        result += "\r\n "
        length = 1
      }
      result.unicodeScalars.append(scalar)
      length += size
    }
    return result
  }
}
