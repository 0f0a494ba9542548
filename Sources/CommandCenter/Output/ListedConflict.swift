import Foundation
import Localization
import Reminders

/// A conflict as `conflicts` prints it: one field, both versions, and which of them stands.
struct ListedConflict: Encodable {
  let id: String
  let name: String
  /// The field, or `deleted` where one side deleted what the other changed.
  let field: String
  let here: String
  let there: String
  let kept: Merge.Side
  /// Who made the version there, and when.
  let author: String
  let changedAt: String

  init(_ entry: ConflictEntry, of row: ReminderRow) {
    id = row.id.rawValue
    name = row.reminder.fields.name
    field = if case .field(let field) = entry.subject { field.rawValue } else { "deleted" }
    here = entry.hereValue
    there = entry.thereValue
    kept = entry.kept
    author = entry.author
    changedAt = entry.authorAt.formatted(.iso8601)
  }

  static func table(_ conflicts: [ListedConflict]) -> String {
    guard !conflicts.isEmpty else { return localized("No conflicts.") }
    let prefix = TextTable.idLength(conflicts.map { ReminderID(rawValue: $0.id) })
    let lines = conflicts.map { conflict in
      [
        String(conflict.id.prefix(prefix)), conflict.name, conflict.field, conflict.here, conflict.there,
        conflict.kept.rawValue, conflict.author, conflict.changedAt,
      ]
    }
    let heading = [
      localized("ID"), localized("NAME"), localized("FIELD"), localized("HERE"), localized("THERE"),
      localized("STANDS"), localized("BY"), localized("AT"),
    ]
    return TextTable.text([heading] + lines)
  }
}
