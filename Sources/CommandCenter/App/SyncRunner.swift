import Foundation
import ReminderStore
import ReminderSync
import Reminders
import Salesforce

/// Syncs a profile in this process, or follows the process that does and takes over when it dies.
final class SyncRunner: Sendable {
  private let store: ReminderStore
  private let engine: SyncEngine?
  private let lockPath: String

  /// - Parameter org: `nil` when the profile is not logged in.
  init(profile: Profile, store: ReminderStore, org: (any OrgConnection)?) {
    self.store = store
    lockPath = profile.lockPath
    engine = org.map { org in
      SyncEngine(store: store, org: org, environment: .live(LogFile.logger(profile.places)))
    }
  }

  /// Runs until the task that is returned is cancelled.
  func start(onStatus: @escaping @Sendable (SyncStatus) -> Void) -> Task<Void, any Error> {
    Task.detached { [self] in
      guard let engine else { return try await reportWithoutLogin(onStatus) }
      let lock: LeaderLock?
      if let free = LeaderLock.tryAcquire(path: lockPath) {
        lock = free
      } else {
        let following = Task {
          for try await state in store.syncStates() { onStatus(SyncStatus(following: state)) }
        }
        lock = await LeaderLock.acquire(path: lockPath)
        following.cancel()
      }
      guard let lock, !Task.isCancelled else { return }
      let statuses = Task { for await status in engine.statuses { onStatus(status) } }
      await engine.run()
      statuses.cancel()
      withExtendedLifetime(lock) {}
    }
  }

  func syncNow() {
    guard let engine else { return }
    Task { await engine.syncNow() }
  }

  private func reportWithoutLogin(_ onStatus: @escaping @Sendable (SyncStatus) -> Void) async throws {
    for try await need in store.syncNeeds() {
      onStatus(
        need.settings.isOn
          ? SyncStatus(state: .loginNeeded, reason: "connect with: command-center login --domain URL --token-stdin")
          : SyncStatus(state: .off))
    }
  }
}

extension SyncStatus {
  /// What another process last wrote about its sync.
  fileprivate init(following state: SyncState) {
    let indicator: State =
      switch state.statusName {
      case "live": .live
      case "polling": .polling(every: .seconds(15))
      case "importing": .importing(done: state.importedCount, total: state.importTotal)
      case "loginNeeded": .loginNeeded
      case "off": .off
      default: .offline
      }
    self.init(
      state: indicator, reason: state.statusReason, lastSync: state.lastSync, org: state.org, user: state.user?.name)
  }
}
