import Foundation
import GRDB
import Reminders

/// A row of `conflict` that the user has not seen to, with both versions of the reminder.
struct OpenConflict {
  let id: Int64
  let entry: ConflictEntry
  private let here: ReminderFields?
  private let there: ReminderFields?

  private init(row: Row) {
    id = row["id"]
    entry = ConflictEntry(row: row)
    here = OpenConflict.fields(row["hereFields"])
    there = OpenConflict.fields(row["thereFields"])
  }

  /// The open conflicts of a reminder, earliest first.
  static func fetch(_ id: ReminderID, _ database: Database) throws -> [OpenConflict] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM conflict WHERE reminderId = ? AND isOpen ORDER BY id", arguments: [id.rawValue]
    )
    .map(OpenConflict.init(row:))
  }

  /// Opens or closes an entry; tells whether it was not so before.
  static func set(_ id: Int64, isOpen: Bool, _ database: Database) throws -> Bool {
    try database.execute(
      sql: "UPDATE conflict SET isOpen = ? WHERE id = ? AND isOpen <> ?", arguments: [isOpen, id, isOpen])
    return database.changesCount > 0
  }

  /// The reminder as a side had it; `nil` for a side that deleted it, and for conflicts of the first schema.
  func version(of side: Merge.Side) -> ReminderFields? {
    switch side {
    case .here: here
    case .there: there
    }
  }

  /// Whether a side deleted what the other changed; the delete is what stands (sync-rules.md §4).
  func isDeletion(by side: Merge.Side) -> Bool { entry.subject == .deletion && entry.kept == side }

  private static func fields(_ json: String?) -> ReminderFields? {
    json.flatMap { try? JSONDecoder().decode(ReminderFields.self, from: Data($0.utf8)) }
  }
}
