import Foundation
import GRDB
package import Reminders

extension ReminderStore {
  /// The reminders of a view, in its order.
  package func rows(_ view: ReminderView, on today: LocalDay) throws(StoreError) -> [ReminderRow] {
    try read { try ViewQuery(view, on: today).rows($0) }
  }

  /// What the agenda shows on a day.
  package func agenda(on today: LocalDay) throws(StoreError) -> AgendaContents {
    try read { try AgendaContents.fetch($0, on: today) }
  }

  /// How many changes wait to be sent, are refused or in conflict.
  package func counts() throws(StoreError) -> ReminderCounts {
    try read { try ReminderCounts.fetch($0, conflicts: ConflictEntry.open($0).count) }
  }

  /// One reminder by its row; also from the trash.
  package func row(_ id: ReminderID) throws(StoreError) -> ReminderRow? {
    try read { database in
      try Row.fetchOne(database, sql: "\(ReminderRow.selection) WHERE r.id = ?", arguments: [id.rawValue])
        .map(ReminderRow.init(row:))
    }
  }

  /// The reminder that a unique prefix of its Id, or its Salesforce Id, stands for.
  package func resolve(_ text: String) throws(StoreError) -> ReminderRow {
    let rows = try read { database in
      try Row.fetchAll(
        database,
        sql: "\(ReminderRow.selection) WHERE (r.id >= ? AND r.id < ?) OR b.salesforceId = ? OR b.salesforceId LIKE ?",
        arguments: [text.lowercased(), text.lowercased() + "~", text, text.count == 15 ? text + "___" : text]
      )
      .map(ReminderRow.init(row:))
    }
    guard let row = rows.first, !text.isEmpty else { throw .unknownReminder(text) }
    guard rows.count == 1 else { throw .ambiguousReminder(prefix: text, matches: rows.count) }
    return row
  }

  /// The person whose name begins with a text, whatever its case, among those of the tasks here; an exact name wins.
  package func person(named text: String) throws(StoreError) -> RecordReference? {
    let pattern = text.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_") + "%"
    return try read { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT personId, personName FROM reminder WHERE personId IS NOT NULL AND personName LIKE ? ESCAPE '\\'
          ORDER BY length(personName), personName LIMIT 1
          """,
        arguments: [pattern]
      )
      .map { RecordReference(id: $0["personId"], name: $0["personName"]) }
    }
  }
}

extension AgendaContents {
  static func fetch(_ database: Database, on today: LocalDay) throws -> AgendaContents {
    let conflicts = try ConflictEntry.open(database)
    return AgendaContents(
      overdue: try ViewQuery.overdue(today).rows(database), today: try ViewQuery.open(due: today.day).rows(database),
      tomorrow: try ViewQuery.open(due: today.day.adding(days: 1)).rows(database),
      completed: try ViewQuery.completed(on: today).rows(database),
      counts: try ReminderCounts.fetch(database, conflicts: conflicts.count), conflicts: conflicts,
      settings: try SettingRecord.syncSettings(database))
  }
}

extension ReminderCounts {
  static func fetch(_ database: Database, conflicts: Int) throws -> ReminderCounts {
    var counts = ReminderCounts()
    counts.pending =
      try Int.fetchOne(database, sql: "SELECT count(*) FROM intent WHERE refusalCode IS NULL") ?? 0
    counts.refused =
      try Int.fetchOne(database, sql: "SELECT count(*) FROM intent WHERE refusalCode IS NOT NULL") ?? 0
    counts.conflicts = conflicts
    counts.vanishing = try Int.fetchOne(database, sql: "SELECT count(*) FROM vanishing") ?? 0
    return counts
  }
}
