import Foundation
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import Synchronization

/// Syncs a profile in this process, or follows the process that does and takes over when it dies.
final class SyncRunner: Sendable {
  private let profile: Profile
  private let store: ReminderStore
  /// There is none while there is no login, or another process syncs.
  private let engine = Mutex<SyncEngine?>(nil)

  init(profile: Profile, store: ReminderStore) {
    self.profile = profile
    self.store = store
  }

  /// Runs until the task that is returned is cancelled.
  func start(onStatus: @escaping @Sendable (SyncStatus) -> Void) -> Task<Void, any Error> {
    Task.detached { [self] in
      guard let session = try await session(onStatus) else { return }
      let engine = SyncEngine(
        store: store, org: OrgLink(profile: profile, session: session).connection,
        environment: .live(LogFile.logger(profile.places)))
      let lock: LeaderLock?
      if let free = LeaderLock.tryAcquire(path: profile.lockPath) {
        lock = free
      } else {
        let following = Follower(store, lockPath: profile.lockPath, onStatus)
        lock = await LeaderLock.acquire(path: profile.lockPath)
        following.stop()
      }
      guard let lock, !Task.isCancelled else { return }
      self.engine.withLock { $0 = engine }
      let statuses = Task {
        for await status in engine.statuses { onStatus(status) }
      }
      await engine.run(holding: lock)
      statuses.cancel()
      withExtendedLifetime(lock) {}
    }
  }

  /// Syncs now, here or in the process that does.
  func syncNow() {
    Task.detached { [self] in
      if let engine = engine.withLock({ $0 }) { await engine.syncNow() } else { _ = try? store.askForSync() }
    }
  }

  /// The login of the profile, as soon as there is one.
  private func session(_ onStatus: @Sendable (SyncStatus) -> Void) async throws -> Session? {
    let credentials = Credentials(profile)
    for try await need in store.syncNeeds() {
      do {
        if let login = try await credentials.load() { return login.session }
      } catch {
        onStatus(SyncStatus(state: .loginNeeded, reason: CommandFailure(error).line))
        continue
      }
      onStatus(
        need.settings.isOn
          ? SyncStatus(state: .loginNeeded, reason: "connect with: command-center login")
          : SyncStatus(state: .off))
    }
    return nil
  }
}
