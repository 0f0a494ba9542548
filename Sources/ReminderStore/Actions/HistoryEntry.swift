import Foundation
import GRDB
import Reminders

/// A row of `history`: an action of the user with the steps that reverse it, or, once it is undone, that do it again.
///
/// The undone ones are always the latest, as a new action drops them.
struct HistoryEntry {
  let id: Int64
  let summary: String
  /// In the order in which they came about; they are taken in the opposite one.
  let steps: [Step]

  /// How many actions can be undone.
  private static let depth = 200

  /// Adds a new action; what had been undone cannot be done again after it.
  static func append(_ summary: String, _ steps: [Step], at now: Date, to database: Database) throws {
    try database.executeCached(sql: "DELETE FROM history WHERE isUndone = 1")
    try database.executeCached(
      sql: "INSERT INTO history (at, summary, inverses) VALUES (?, ?, ?)",
      arguments: [now.milliseconds, summary, try json(steps)])
    try database.executeCached(
      sql:
        "DELETE FROM history WHERE id <= (SELECT id FROM history WHERE isUndone = 0 ORDER BY id DESC LIMIT 1 OFFSET ?)",
      arguments: [depth])
  }

  /// The action to reverse next; one whose steps cannot be read is dropped.
  static func next(_ reversal: Reversal, _ database: Database) throws -> HistoryEntry? {
    let sql =
      switch reversal {
      case .undo: "SELECT * FROM history WHERE isUndone = 0 ORDER BY id DESC LIMIT 1"
      case .redo: "SELECT * FROM history WHERE isUndone = 1 ORDER BY id LIMIT 1"
      }
    while let row = try Row.fetchOne(database.cachedStatement(sql: sql)) {
      let json: String = row["inverses"]
      if let steps = try? JSONDecoder().decode([Step].self, from: Data(json.utf8)) {
        return HistoryEntry(id: row["id"], summary: row["summary"], steps: steps)
      }
      try remove(row["id"], database)
    }
    return nil
  }

  /// Writes down that it was reversed, and the steps that reverse that; without any there is nothing to come back to.
  func turn(by reversal: Reversal, leaving steps: [Step], _ database: Database) throws {
    if steps.isEmpty { return try HistoryEntry.remove(id, database) }
    try database.executeCached(
      sql: "UPDATE history SET inverses = ?, isUndone = ? WHERE id = ?",
      arguments: [try HistoryEntry.json(steps), reversal == .undo, id])
  }

  private static func remove(_ id: Int64, _ database: Database) throws {
    try database.executeCached(sql: "DELETE FROM history WHERE id = ?", arguments: [id])
  }

  private static func json(_ steps: [Step]) throws -> String {
    String(decoding: try JSONEncoder().encode(steps), as: UTF8.self)
  }
}

/// The two ways through the history.
enum Reversal {
  case undo, redo
}
