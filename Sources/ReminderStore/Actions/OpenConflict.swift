import GRDB
import Reminders

/// A row of `conflict` that the user has not seen to.
struct OpenConflict {
  let id: Int64
  let entry: ConflictEntry

  /// The open conflicts of a reminder, earliest first.
  static func fetch(_ id: ReminderID, _ database: Database) throws -> [OpenConflict] {
    try StoredRow.fetchAll(
      database.cachedStatement(sql: "SELECT * FROM conflict WHERE reminderId = ? AND isOpen ORDER BY id"),
      arguments: [id.rawValue]
    ) { OpenConflict(id: $0["id"], entry: ConflictEntry(row: $0)) }
  }

  /// Opens or closes an entry; tells whether it was not so before.
  static func set(_ id: Int64, isOpen: Bool, _ database: Database) throws -> Bool {
    try database.executeCached(
      sql: "UPDATE conflict SET isOpen = ? WHERE id = ? AND isOpen <> ?", arguments: [isOpen, id, isOpen])
    return database.changesCount > 0
  }

  /// The reminder as a side had it; `nil` for conflicts of the first schema.
  func version(of side: Merge.Side) -> ReminderFields? {
    switch side {
    case .here: entry.here
    case .there: entry.there
    }
  }

  /// Whether a side deleted what the other changed; the delete is what stands (sync-rules.md §4).
  func isDeletion(by side: Merge.Side) -> Bool { entry.subject == .deletion && entry.kept == side }
}
