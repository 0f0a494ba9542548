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
    let seen = Mutex(store.dataVersion())
    source.setEventHandler { [weak store] in
      var buffer = [UInt8](repeating: 0, count: 4_096)
      while read(descriptor, &buffer, buffer.count) > 0 {}
      guard let store else { return }
      let version = store.dataVersion()
      guard seen.withLock({ seen in
        defer { seen = version }
        return seen != version
      }) else { return }
      store.announceForeignChange()
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
  /// Changes when, and only when, another connection than our own writer committed (`PRAGMA data_version`).
  fileprivate func dataVersion() -> Int? {
    try? writer.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA data_version") }
  }

  fileprivate func announceForeignChange() {
    try? writer.write { try $0.notifyChanges(in: .fullDatabase) }
  }
}
