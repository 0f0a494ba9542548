import Foundation
import GRDB

extension ReminderStore {
  /// Reads the whole file and says what is damaged in it; writes nothing.
  ///
  /// Source: SQLite, "PRAGMA quick_check".
  /// - Returns: a sentence of SQLite for each damage, a few at most; empty where all is well.
  /// - Throws: where it cannot be read at all.
  package static func damage(at path: String) throws(StoreError) -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(patience)
    do {
      let found = try DatabaseQueue(path: path, configuration: configuration)
        .read { try String.fetchAll($0, sql: "PRAGMA quick_check(5)") }
      return found == ["ok"] ? [] : found
    } catch {
      throw StoreError(opening: path, error)
    }
  }
}
