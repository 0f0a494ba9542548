import Dispatch
import Foundation
import ReminderStore
import ReminderSync
import Reminders
import Signals

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
  /// - Parameter onChange: is told each state that is not the one before; what it throws ends the service.
  func run(onChange: @escaping @Sendable (SyncStatus) throws -> Void) throws {
    let watcher = StoreFileWatcher(store, path: profile.storePath)
    let stop = DispatchSemaphore(value: 0)
    let signals = StopSignals([SIGINT, SIGTERM, SIGHUP]) { stop.signal() }
    let (statuses, status) = AsyncStream.makeStream(of: SyncStatus.self)
    let printing = Task.detached {
      defer { stop.signal() }
      var last: String?
      for await status in statuses where status.state.name != last {
        last = status.state.name
        try onChange(status)
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
      // Whatever was printed, all of it has ended when this returns.
      let printed = await printing.result
      try await outcome.value
      try printed.get()
    }
    withExtendedLifetime((watcher, signals)) {}
  }
}
