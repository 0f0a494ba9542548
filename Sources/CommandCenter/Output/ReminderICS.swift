import Foundation
import Reminders

/// Tasks as iCalendar to-dos (RFC 5545, VTODO).
enum ReminderICS {
  static func text(_ rows: [ReminderRow], at now: Date) -> String {
    let lines =
      ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Command Center//Reminder tasks//EN"]
      + rows.flatMap { todo($0, at: now) } + ["END:VCALENDAR"]
    return lines.map(folded).joined(separator: "\r\n")
  }

  private static func todo(_ row: ReminderRow, at now: Date) -> [String] {
    let fields = row.reminder.fields
    var lines = [
      "BEGIN:VTODO", "UID:\(row.id.rawValue)@command-center", "DTSTAMP:\(stamp(now))",
      "SUMMARY:\(escaped(fields.name))", "STATUS:\(fields.isCompleted ? "COMPLETED" : "NEEDS-ACTION")",
      "PRIORITY:\(fields.priority == .high ? 1 : 5)", "CREATED:\(stamp(row.reminder.createdAt))",
    ]
    if let due = fields.due { lines.append("DUE;VALUE=DATE:\(due.iso.replacing("-", with: ""))") }
    if !fields.details.isEmpty { lines.append("DESCRIPTION:\(escaped(fields.details))") }
    if let completedAt = row.reminder.completedAt { lines.append("COMPLETED:\(stamp(completedAt))") }
    if let person = fields.person { lines.append("CONTACT:\(escaped(person.name))") }
    lines.append("CATEGORIES:\(row.reminder.kind.activityType)")
    return lines + ["END:VTODO"]
  }

  private static func stamp(_ date: Date) -> String {
    date.formatted(.iso8601).replacing("-", with: "").replacing(":", with: "")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
      .replacing("\r\n", with: "\\n").replacing("\n", with: "\\n").withoutControls
  }

  /// Lines are at most 75 octets long, and never broken inside a character.
  private static func folded(_ line: String) -> String {
    var result = ""
    var length = 0
    for character in line {
      let size = character.utf8.count
      if length + size > 74 {
        result += "\r\n "
        length = 1
      }
      result.append(character)
      length += size
    }
    return result
  }
}
