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
  ///
  /// - Returns: its id, which no other entry will ever have.
  static func append(_ summary: String, _ steps: [Step], at now: Date, to database: Database) throws -> Int64 {
    try database.executeCached(sql: "DELETE FROM history WHERE isUndone = 1")
    try database.executeCached(
      sql: "INSERT INTO history (at, summary, inverses) VALUES (?, ?, ?)",
      arguments: [now.milliseconds, summary, try json(steps)])
    let id = database.lastInsertedRowID
    try database.executeCached(
      sql:
        "DELETE FROM history WHERE id <= (SELECT id FROM history WHERE isUndone = 0 ORDER BY id DESC LIMIT 1 OFFSET ?)",
      arguments: [depth])
    return id
  }

  /// The action to reverse next; one whose steps cannot be read is dropped.
  static func next(_ reversal: Reversal, _ database: Database) throws -> HistoryEntry? {
    let sql =
      switch reversal {
      case .undo: "SELECT * FROM history WHERE isUndone = 0 ORDER BY id DESC LIMIT 1"
      case .redo: "SELECT * FROM history WHERE isUndone = 1 ORDER BY id LIMIT 1"
      }
    while let row = try Row.fetchOne(database.cachedStatement(sql: sql)) {
      if let entry = HistoryEntry(row) { return entry }
      try remove(row["id"], database)
    }
    return nil
  }

  /// `nil` if its steps cannot be read.
  private init?(_ row: Row) {
    let json: String = row["inverses"]
    guard let steps = try? JSONDecoder().decode([Step].self, from: Data(json.utf8)) else { return nil }
    self.init(id: row["id"], summary: row["summary"], steps: steps)
  }

  private init(id: Int64, summary: String, steps: [Step]) {
    self.id = id
    self.summary = summary
    self.steps = steps
  }

  /// The actions from one on that are not undone, the latest first.
  static func done(from id: Int64, _ database: Database) throws -> [HistoryEntry] {
    let sql = "SELECT * FROM history WHERE isUndone = 0 AND id >= ? ORDER BY id DESC"
    return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [id]).compactMap(HistoryEntry.init)
  }

  /// Writes down that it was reversed, and the steps that reverse that; without any there is nothing to come back to.
  func turn(by reversal: Reversal, leaving steps: [Step], _ database: Database) throws {
    if steps.isEmpty { return try HistoryEntry.remove(id, database) }
    try database.executeCached(
      sql: "UPDATE history SET inverses = ?, isUndone = ? WHERE id = ?",
      arguments: [try HistoryEntry.json(steps), reversal == .undo, id])
  }

  /// Writes down that some actions, the latest first, were undone as one, and the steps that do them again.
  ///
  /// The undone ones have to stay the latest. So where another action came after these, what had been undone before is
  /// dropped, as after any new action.
  static func fold(
    _ entries: [HistoryEntry], as summary: String, leaving steps: [Step], at now: Date, _ database: Database
  ) throws {
    for entry in entries { try remove(entry.id, database) }
    guard let latest = entries.first?.id, !steps.isEmpty else { return }
    let following = "SELECT EXISTS (SELECT 1 FROM history WHERE isUndone = 0 AND id > ?)"
    let isFollowed = try Bool.fetchOne(database.cachedStatement(sql: following), arguments: [latest]) ?? false
    if isFollowed { try database.executeCached(sql: "DELETE FROM history WHERE isUndone = 1") }
    try database.executeCached(
      sql: "INSERT INTO history (id, at, summary, inverses, isUndone) VALUES (?, ?, ?, ?, 1)",
      arguments: [isFollowed ? nil : latest, now.milliseconds, summary, try json(steps)])
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
