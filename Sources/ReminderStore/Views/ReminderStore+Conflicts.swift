import GRDB
package import Reminders

extension ReminderStore {
  /// The open conflicts with their reminders, the latest first; also of reminders in the trash, which one side deleted
  /// while the other changed them.
  package func openConflicts() throws(StoreError) -> [(row: ReminderRow, entries: [ConflictEntry])] {
    try read { database in
      let entries = try ConflictEntry.fetchAll(
        database.cachedStatement(sql: "SELECT * FROM conflict WHERE isOpen ORDER BY id DESC"))
      let byReminder = Dictionary(grouping: entries, by: \.reminder)
      var seen: Set<ReminderID> = []
      return try entries.map(\.reminder).filter { seen.insert($0).inserted }
        .compactMap { id in
          try ReminderRow.find(id, database).map { ($0, byReminder[id] ?? []) }
        }
    }
  }
}
