package import Foundation
import GRDB
import Reminders

extension ReminderStore {
  /// What is deleted here can be restored for 30 days (sync-rules.md §4).
  package static let trashIsKeptFor = 30 * 86_400.0

  /// Forgets what has been in the trash for 30 days; what is linked, or has something to push, is kept.
  package func emptyTrash(at now: Date) throws(StoreError) {
    let instant = now.addingTimeInterval(-Self.trashIsKeptFor)
    // Read first: where nothing is to be forgotten there is nothing to write.
    let ids = try read { database in
      try String.fetchAll(
        database.cachedStatement(sql: "SELECT id FROM reminder WHERE deletedAt < ? AND \(Self.isForgettable)"),
        arguments: [instant.milliseconds])
    }
    guard !ids.isEmpty else { return }
    try write { database in
      for id in ids {
        try database.executeCached(
          sql: "DELETE FROM reminder WHERE id = ? AND deletedAt < ? AND \(Self.isForgettable)",
          arguments: [id, instant.milliseconds])
      }
    }
  }

  /// The same where nobody does it by the server's clock, because sync is off.
  package func emptyTrashWhileOff(at now: Date) throws(StoreError) {
    if try !syncSettings().isOn { try emptyTrash(at: now) }
  }

  private static let isForgettable = """
    NOT EXISTS (SELECT 1 FROM intent WHERE reminderId = id) AND NOT EXISTS (SELECT 1 FROM base WHERE reminderId = id)
    """
}
