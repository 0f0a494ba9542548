import Reminders

/// Tasks as CSV (RFC 4180), with the columns of the JSON.
enum ReminderCSV {
  static func text(_ rows: [ReminderRow]) -> String {
    let lines = [ListedReminder.columns] + rows.map { ListedReminder(row: $0).values.map { $0 ?? "" } }
    return lines.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func quoted(_ raw: String) -> String {
    let value = raw.withoutControls
    guard value.contains(where: { $0.isNewline || "\",".contains($0) }) else { return value }
    return "\"\(value.replacing("\"", with: "\"\""))\""
  }
}
