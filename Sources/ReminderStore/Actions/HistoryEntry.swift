import Foundation
import GRDB
import Reminders

/// A row of `history`: an action of the user that can be undone.
struct HistoryEntry {
  let summary: String
  let inverses: [Inverse]

  /// How many actions can be undone.
  private static let depth = 200

  static func append(_ summary: String, _ inverses: [Inverse], at now: Date, to database: Database) throws {
    let json = String(decoding: try JSONEncoder().encode(inverses), as: UTF8.self)
    try database.execute(
      sql: "INSERT INTO history (at, summary, inverses) VALUES (?, ?, ?)",
      arguments: [now.milliseconds, summary, json])
    try database.execute(
      sql: "DELETE FROM history WHERE id <= ?", arguments: [database.lastInsertedRowID - Int64(depth)])
  }

  static func takeLast(_ database: Database) throws -> HistoryEntry? {
    guard let row = try Row.fetchOne(database, sql: "SELECT * FROM history ORDER BY id DESC LIMIT 1") else {
      return nil
    }
    try database.execute(sql: "DELETE FROM history WHERE id = ?", arguments: [row["id"] as Int64])
    let json: String = row["inverses"]
    return HistoryEntry(
      summary: row["summary"], inverses: try JSONDecoder().decode([Inverse].self, from: Data(json.utf8)))
  }
}
