import Reminders
import Terminal

/// Tasks as a table for people: short Id, due date, mark, name. No colour, no control codes.
enum ReminderTable {
  static func text(_ rows: [ReminderRow]) -> String {
    let prefix = idLength(rows)
    var lines = rows.map { row -> [String] in
      let fields = row.reminder.fields
      return [
        String(row.id.rawValue.prefix(prefix)), fields.isCompleted ? "[x]" : "[ ]", fields.due?.iso ?? "-",
        fields.priority == .high ? "!" : "", fields.name, fields.person?.name ?? "", fields.relatedTo?.name ?? "",
        row.mark == .synced ? "" : row.mark.rawValue,
      ]
    }
    guard !lines.isEmpty else { return "No tasks." }
    lines.insert(["ID", "", "DUE", "", "NAME", "PERSON", "RELATED TO", "SYNC"], at: 0)
    let cells = lines.map { $0.map { DisplayText($0) } }
    let widths = cells[0].indices.map { column in min(60, cells.map { $0[column].width }.max() ?? 0) }
    return
      cells.map { line in
        zip(line, widths)
          .map { cell, width in
            let cut = cell.truncated(to: width)
            return cut.text + String(repeating: " ", count: width - cut.width)
          }
          .joined(separator: "  ").trimmed
      }
      .joined(separator: "\n")
  }

  /// As many characters as make every Id unique, at least six.
  private static func idLength(_ rows: [ReminderRow]) -> Int {
    (6...32).first { length in Set(rows.map { $0.id.rawValue.prefix(length) }).count == rows.count } ?? 32
  }
}
