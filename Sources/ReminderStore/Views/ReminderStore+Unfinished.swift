import Foundation
import GRDB
package import Reminders

extension ReminderStore {
  /// What was typed and not saved, by the screen that it was typed in. What cannot be read is as good as nothing.
  package func unfinished() throws(StoreError) -> [Int: Unfinished] {
    let rows = try read { try Row.fetchAll($0.cachedStatement(sql: "SELECT screen, text FROM unfinished")) }
    let kept = rows.compactMap { row -> (Int, Unfinished)? in
      let text: String = row["text"]
      return (try? JSONDecoder().decode(Unfinished.self, from: Data(text.utf8))).map { (row["screen"], $0) }
    }
    return Dictionary(uniqueKeysWithValues: kept)
  }

  /// Keeps what is typed in a screen, in the place of what was before.
  package func keep(_ unfinished: Unfinished, of screen: Int) throws(StoreError) {
    try write { database in
      guard !unfinished.isEmpty else {
        return try database.executeCached(sql: "DELETE FROM unfinished WHERE screen = ?", arguments: [screen])
      }
      let text = String(decoding: try JSONEncoder().encode(unfinished), as: UTF8.self)
      try database.executeCached(
        sql: "INSERT INTO unfinished (screen, text) VALUES (?1, ?2) ON CONFLICT (screen) DO UPDATE SET text = ?2",
        arguments: [screen, text])
    }
  }
}
