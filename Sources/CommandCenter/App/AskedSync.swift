import Localization
import ReminderStore
import ReminderSync
import Reminders

/// A sync that the process which syncs a profile is asked for.
enum AskedSync {
  private enum Outcome {
    case answered(SyncState)
    /// That process has ended.
    case leading(LeaderLock)
    case late
  }

  private static let patience = Duration.seconds(30)

  /// Asks for a sync, and waits until it is done; for a command that ends soon after.
  ///
  /// - Returns: the right to sync, where the process that had it has ended meanwhile; `nil` when it has synced.
  /// - Throws: a failure with what that process met, or when it takes too long.
  static func wait(_ store: ReminderStore, _ profile: Profile) throws -> LeaderLock? {
    let watcher = StoreFileWatcher(store, path: profile.storePath)
    let number = try store.askForSync()
    let (outcomes, outcome) = AsyncStream.makeStream(of: Outcome.self)
    Task.detached {
      for try await state in store.syncStates() where state.answeredCount >= number { outcome.yield(.answered(state)) }
    }
    Task.detached {
      if let lock = await LeaderLock.acquire(path: profile.lockPath) { outcome.yield(.leading(lock)) }
    }
    Task.detached {
      try await Task.sleep(for: patience)
      outcome.yield(.late)
    }
    let first = try waiting { await outcomes.first { _ in true } }
    withExtendedLifetime(watcher) {}
    switch first {
    case .leading(let lock): return lock
    case .answered(let state):
      if let failure = CommandFailure(leading: state) { throw failure }
      return nil
    case .late, nil:
      throw CommandFailure(
        "Another process syncs this profile, and has not finished yet: try again later.", code: Exit.tryAgain)
    }
  }
}
