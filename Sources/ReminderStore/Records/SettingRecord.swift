import GRDB
import Reminders

/// The rows of `setting`; a setting that has none has its built-in value.
enum SettingRecord {
  static func syncSettings(_ database: Database) throws -> SyncSettings {
    var settings = SyncSettings()
    for row in try Row.fetchAll(database.cachedStatement(sql: "SELECT key, value FROM setting")) {
      guard let key = SettingKey(rawValue: row["key"]) else { continue }
      // A value that an older version accepted and this one does not is as good as none.
      try? settings.assign(row["value"], to: key)
    }
    return settings
  }

  static func write(_ value: String, for key: SettingKey, _ database: Database) throws {
    try database.executeCached(
      sql: "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      arguments: [key.rawValue, value])
  }
}
