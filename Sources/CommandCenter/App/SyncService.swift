import Dispatch
import Foundation
import ReminderStore
import ReminderSync
import Reminders

/// Syncs a profile without a screen until it is told to end; waits for what is missing, as the screen does: for sync to
/// be turned on, for a login, and for another process that syncs to end.
struct SyncService {
  private let profile: Profile
  private let store: ReminderStore

  init(_ profile: Profile, _ store: ReminderStore) {
    self.profile = profile
    self.store = store
  }

  /// Returns after SIGINT, SIGTERM or SIGHUP, when the org has been told.
  ///
  /// - Parameter onChange: is told each state that is not the one before.
  func run(onChange: @escaping @Sendable (SyncStatus) -> Void) throws {
    let watcher = StoreFileWatcher(store, path: profile.storePath)
    let stop = DispatchSemaphore(value: 0)
    let signals = [SIGINT, SIGTERM, SIGHUP]
      .map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { stop.signal() }
        source.activate()
        return source
      }
    let (statuses, status) = AsyncStream.makeStream(of: SyncStatus.self)
    let printing = Task.detached {
      var last: String?
      for await status in statuses where status.state.name != last {
        last = status.state.name
        onChange(status)
      }
    }
    let work = SyncRunner(profile: profile, store: store).start { status.yield($0) }
    let outcome = Task.detached {
      defer { stop.signal() }
      return try await work.value
    }
    stop.wait()
    work.cancel()
    status.finish()
    try waiting {
      await printing.value
      try await outcome.value
    }
    withExtendedLifetime((watcher, signals)) {}
  }
}
