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
        let following = Task {
          for try await state in store.syncStates() { onStatus(SyncStatus(following: state)) }
        }
        lock = await LeaderLock.acquire(path: profile.lockPath)
        following.cancel()
      }
      guard let lock, !Task.isCancelled else { return }
      self.engine.withLock { $0 = engine }
      let statuses = Task { for await status in engine.statuses { onStatus(status) } }
      await engine.run()
      statuses.cancel()
      withExtendedLifetime(lock) {}
    }
  }

  /// Syncs now, here or in the process that does.
  func syncNow() {
    Task.detached { [self] in
      if let engine = engine.withLock({ $0 }) { await engine.syncNow() } else { try? store.askForSync() }
    }
  }

  /// The login of the profile, as soon as there is one.
  private func session(_ onStatus: @Sendable (SyncStatus) -> Void) async throws -> Session? {
    let file = CredentialFile(path: profile.credentialPath)
    for try await need in store.syncNeeds() {
      if let session = try file.load() { return session }
      onStatus(
        need.settings.isOn
          ? SyncStatus(state: .loginNeeded, reason: "connect with: command-center login --domain URL --token-stdin")
          : SyncStatus(state: .off))
    }
    return nil
  }
}

extension SyncStatus {
  /// What the process that syncs last wrote about it.
  init(following state: SyncState) {
    let indicator = State(
      name: state.statusName, detail: state.statusDetail, imported: state.importedCount, total: state.importTotal)
    self.init(
      state: indicator ?? .offline, reason: state.statusReason, lastSync: state.lastSync, org: state.org,
      user: state.user?.name)
  }
}
