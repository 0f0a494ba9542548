import Localization
import Reminders

/// Tasks as a table for people: short Id, due date, mark, name.
enum ReminderTable {
  static func text(_ rows: [ReminderRow]) -> String {
    guard !rows.isEmpty else { return localized("No tasks.") }
    let prefix = TextTable.idLength(rows.map(\.id))
    let lines = rows.map { row -> [String] in
      let fields = row.reminder.fields
      return [
        String(row.id.rawValue.prefix(prefix)), fields.isCompleted ? "[x]" : "[ ]", fields.due?.iso ?? "-",
        fields.priority == .high ? "!" : "", fields.name, fields.person?.name ?? "", fields.relatedTo?.name ?? "",
        row.mark == .synced ? "" : row.mark.words,
      ]
    }
    let heading = [
      localized("ID"), "", localized("DUE"), "", localized("NAME"), localized("PERSON"), localized("RELATED TO"),
      localized("SYNC"),
    ]
    return TextTable.text([heading] + lines)
  }
}
