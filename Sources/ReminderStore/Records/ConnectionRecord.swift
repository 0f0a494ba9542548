import Foundation
import GRDB
import Reminders

/// The one row of `connection`.
enum ConnectionRecord {
  /// `nil` before the first connection, and where a newer program wrote something else.
  static func fetch(_ database: Database) throws -> ConnectionFacts? {
    let text = try String.fetchOne(database.cachedStatement(sql: "SELECT facts FROM connection"))
    return text.flatMap { try? JSONDecoder().decode(ConnectionFacts.self, from: Data($0.utf8)) }
  }

  static func write(_ facts: ConnectionFacts, _ database: Database) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try database.executeCached(sql: "DELETE FROM connection")
    try database.executeCached(
      sql: "INSERT INTO connection (facts) VALUES (?)",
      arguments: [String(decoding: try encoder.encode(facts), as: UTF8.self)])
  }
}
