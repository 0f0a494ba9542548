import ReminderStore
import ReminderSync
import Reminders
import Synchronization

/// Shows how the sync stands in the process that syncs, by the store and its lock file.
final class Follower: Sendable {
  private let observation: Task<Void, any Error>

  /// Follows until it is stopped.
  init(_ store: ReminderStore, lockPath: String, _ onStatus: @escaping @Sendable (SyncStatus) -> Void) {
    let latest = Mutex<SyncState?>(nil)
    let show: @Sendable () -> Void = {
      guard let state = latest.withLock({ $0 }) else { return }
      onStatus(SyncStatus(following: state, LeaderLock.pulse(path: lockPath)))
    }
    observation = Task {
      let watcher = FileWatcher(path: lockPath, show)
      for try await state in store.syncStates() {
        latest.withLock { $0 = state }
        show()
      }
      withExtendedLifetime(watcher) {}
    }
  }

  func stop() { observation.cancel() }
}

extension SyncStatus {
  /// What the process that syncs last wrote about it, and its pulse.
  init(following state: SyncState, _ pulse: LeaderPulse?) {
    let state = state.with(pulse)
    let indicator = State(
      name: state.statusName, detail: state.statusDetail, imported: state.importedCount, total: state.importTotal)
    self.init(
      state: indicator ?? .offline, reason: state.statusReason, liveWay: state.liveWay, callsUsed: pulse?.callsUsed,
      lastSync: state.lastSync, org: state.org, user: state.user?.name, isSandbox: state.isSandbox)
  }
}

extension SyncState {
  /// As it is since the last write to the store.
  func with(_ pulse: LeaderPulse?) -> SyncState {
    guard let pulse else { return self }
    var state = self
    state.lastSync = pulse.lastSync
    if let interval = pulse.pollingInterval, case let polling = SyncStatus.State.polling(every: interval),
      statusName == polling.name
    {
      state.statusDetail = polling.detail
    }
    return state
  }
}
