import GRDB
package import Reminders

extension ReminderStore {
  package func syncSettings() throws(StoreError) -> SyncSettings {
    try read { try SettingRecord.syncSettings($0) }
  }

  /// Whether the user has ever chosen a value for a setting.
  package func isDecided(_ key: SettingKey) throws(StoreError) -> Bool {
    try read { database in
      try Bool.fetchOne(
        database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM setting WHERE key = ?)"), arguments: [key.rawValue])
        ?? false
    }
  }

  /// Changes a setting of the profile.
  ///
  /// - Throws: a `SettingError` when the value is not one that the setting takes, or a `StoreError`.
  package func set(_ key: SettingKey, to text: String) throws {
    do {
      try writer.write { database in
        var settings = try SettingRecord.syncSettings(database)
        try settings.set(key, to: text)
        try SettingRecord.write(settings[key: key] ?? text, for: key, database)
        if key == .importWindow { try SyncStateRecord.beginImportAnew(database) }
      }
    } catch let error as SettingError {
      throw error
    } catch {
      throw StoreError(error, at: writer.path)
    }
  }
}
