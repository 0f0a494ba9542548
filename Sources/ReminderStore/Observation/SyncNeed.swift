package import Foundation
import GRDB
package import Reminders

/// What the sync has to know of the store without looking: it changes when there is something new to push, or when a
/// setting that the sync works by does.
package struct SyncNeed: Hashable, Sendable {
  package let settings: SyncSettings
  package let pendingCount: Int
  package let lastEdit: Date?
  /// Changes when the user has logged in anew.
  package let loginCount: Int
  /// Changes when somebody who does not sync asks for it.
  package let askCount: Int
}

extension SyncNeed {
  static func fetch(_ database: Database) throws -> SyncNeed {
    let (pendingCount, lastEdit) =
      try StoredRow.fetchOne(
        database.cachedStatement(
          sql: "SELECT count(*) AS pending, max(editedAt) AS last FROM intent WHERE refusalCode IS NULL")
      ) { row in (row["pending"] as Int, row["last"] as Int?) } ?? (0, nil)
    let calls = try SyncStateRecord.calls(database)
    return SyncNeed(
      settings: try SettingRecord.syncSettings(database), pendingCount: pendingCount,
      lastEdit: lastEdit.map(Date.init(milliseconds:)),
      loginCount: calls.logins, askCount: calls.asks)
  }
}
