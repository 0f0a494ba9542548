import Foundation
import GRDB
import Synchronization

/// Sees that another process wrote to the store, by its WAL file, and tells the observations; nothing is polled.
package final class StoreFileWatcher {
  private let watcher: FileWatcher

  /// Watches the store in a file until it is released; `nil` where the kernel cannot watch.
  package init?(_ store: ReminderStore, path: String) {
    let seen = Mutex<Int?>(nil)
    // SQLite names the WAL after the file that a symbolic link leads to.
    let file = URL(filePath: path).resolvingSymlinksInPath().path
    let watcher = FileWatcher(path: file + "-wal") { [weak store] in
      guard let store else { return }
      seen.withLock { $0 = store.announceForeignChange(since: $0) }
    }
    guard let watcher else { return nil }
    self.watcher = watcher
    seen.withLock { $0 = store.version }
  }
}

extension ReminderStore {
  /// It changes with each commit of another connection than our own writer.
  fileprivate var version: Int? { try? writer.writeWithoutTransaction(Self.version) }

  private static func version(_ database: Database) throws -> Int? {
    try Int.fetchOne(database, sql: "PRAGMA data_version")
  }

  /// Tells the observations, if another connection than our own writer committed since a version.
  ///
  /// The WAL file is written before the commit is visible. The transaction here begins with the write lock, so it
  /// waits for the other's commit, and sees it.
  ///
  /// - Returns: the version now (`PRAGMA data_version`); `nil` when it is not known, which is as good as changed.
  fileprivate func announceForeignChange(since version: Int?) -> Int? {
    try? writer.write { database in
      let now = try Self.version(database)
      if now != version { try database.notifyChanges(in: .fullDatabase) }
      return now
    }
  }
}
