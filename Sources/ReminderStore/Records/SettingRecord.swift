import GRDB
import Reminders

/// The rows of `setting`; a setting that has none has its built-in value.
enum SettingRecord {
  static func syncSettings(_ database: Database) throws -> SyncSettings {
    var settings = SyncSettings()
    let rows = try StoredRow.fetchAll(database.cachedStatement(sql: "SELECT key, value FROM setting")) { row in
      (key: row["key"] as String, value: row["value"] as String)
    }
    for (key, value) in rows {
      guard let key = SettingKey(rawValue: key) else { continue }
      // A value that an older version accepted and this one does not is as good as none.
      try? settings.assign(value, to: key)
    }
    return settings
  }

  static func write(_ value: String, for key: SettingKey, _ database: Database) throws {
    try database.executeCached(
      sql: "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      arguments: [key.rawValue, value])
  }
}
