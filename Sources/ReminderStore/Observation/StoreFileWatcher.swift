import Dispatch
import Foundation
import GRDB
import Glibc
import Synchronization

/// Sees that another process wrote to the store, by the kernel's word on its WAL file, and tells the observations.
package final class StoreFileWatcher {
  private let source: any DispatchSourceRead

  /// Watches the store in a file until it is released; does nothing where the kernel cannot watch.
  package init?(_ store: ReminderStore, path: String) {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    guard inotify_add_watch(descriptor, path + "-wal", UInt32(IN_MODIFY)) >= 0 else {
      close(descriptor)
      return nil
    }
    let queue = DispatchQueue(label: "store-file-watcher")
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    let seen = Mutex(store.announceForeignChange(since: nil))
    source.setEventHandler { [weak store] in
      var buffer = [UInt8](repeating: 0, count: 4_096)
      while read(descriptor, &buffer, buffer.count) > 0 {}
      guard let store else { return }
      seen.withLock { $0 = store.announceForeignChange(since: $0) }
    }
    source.setCancelHandler { close(descriptor) }
    source.activate()
    self.source = source
  }

  deinit {
    source.cancel()
  }
}

extension ReminderStore {
  /// Tells the observations, if another connection than our own writer committed since a version.
  ///
  /// The WAL file is written before the commit is visible. The transaction here begins with the write lock, so it
  /// waits for the other's commit, and sees it.
  ///
  /// - Returns: the version now (`PRAGMA data_version`); `nil` when it is not known, which is as good as changed.
  fileprivate func announceForeignChange(since version: Int?) -> Int? {
    try? writer.write { database in
      let now = try Int.fetchOne(database, sql: "PRAGMA data_version")
      if now != version { try database.notifyChanges(in: .fullDatabase) }
      return now
    }
  }
}
