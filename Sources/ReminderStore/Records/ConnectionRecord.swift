import Foundation
import GRDB
import Reminders

/// The one row of `connection`.
enum ConnectionRecord {
  /// `nil` before the first connection, and where a newer program wrote something else.
  static func fetch(_ database: Database) throws -> ConnectionFacts? { try text(database).flatMap(facts) }

  /// The facts as they are written.
  static func text(_ database: Database) throws -> String? {
    try String.fetchOne(database.cachedStatement(sql: "SELECT facts FROM connection"))
  }

  static func facts(_ text: String) -> ConnectionFacts? {
    try? JSONDecoder().decode(ConnectionFacts.self, from: Data(text.utf8))
  }

  /// - Returns: the facts as they are written.
  static func write(_ facts: ConnectionFacts, _ database: Database) throws -> String {
    try SyncStateRecord.note(isSandbox: facts.organization.isSandbox, database)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try database.executeCached(sql: "DELETE FROM connection")
    let text = String(decoding: try encoder.encode(facts), as: UTF8.self)
    try database.executeCached(sql: "INSERT INTO connection (facts) VALUES (?)", arguments: [text])
    return text
  }
}
