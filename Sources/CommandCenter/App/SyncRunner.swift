import Foundation
import Log
import Logging
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import Synchronization

/// Syncs a profile in this process, or follows the process that does and takes over when it dies.
final class SyncRunner: Sendable {
  private let profile: Profile
  private let store: ReminderStore
  private let credentials: Credentials
  /// There is none while there is no login, or another process syncs.
  private let engine = Mutex<SyncEngine?>(nil)
  /// When memory was given back last.
  private let tidied = Mutex(ContinuousClock.now)

  init(profile: Profile, store: ReminderStore) {
    self.profile = profile
    self.store = store
    credentials = Credentials(profile)
  }

  /// Runs until the task that is returned is cancelled.
  func start(onStatus report: @escaping @Sendable (SyncStatus) -> Void) -> Task<Void, any Error> {
    let onStatus: @Sendable (SyncStatus) -> Void = { [self] status in
      report(status)
      if status.state.isAtRest { tidyMemory() }
    }
    return Task.detached { [self] in
      guard let lock = await lead(onStatus) else { return }
      // After a logout, in any process, the next login is waited for.
      while !Task.isCancelled, let session = try await session(onStatus) {
        await sync(session, lock, onStatus)
      }
      withExtendedLifetime(lock) {}
    }
  }

  /// Syncs now, here or in the process that does.
  func syncNow() {
    Task.detached { [self] in
      if let engine = engine.withLock({ $0 }) { await engine.syncNow() } else { _ = try? store.askForSync() }
    }
  }

  /// The right to sync: at once, or when the process that has it ends; until then that one is followed. `nil` when the
  /// task is cancelled.
  private func lead(_ onStatus: @escaping @Sendable (SyncStatus) -> Void) async -> LeaderLock? {
    if let free = LeaderLock.tryAcquire(path: profile.lockPath) { return free }
    LogFile.logger(profile).info("another process syncs: followed")
    let following = Follower(store, lockPath: profile.lockPath, onStatus)
    defer { following.stop() }
    let lock = await LeaderLock.acquire(path: profile.lockPath)
    if lock != nil { LogFile.logger(profile).info("took over the sync") }
    return lock
  }

  /// The login of the profile, as soon as there is one.
  private func session(_ onStatus: @escaping @Sendable (SyncStatus) -> Void) async throws -> Session? {
    let published = PublishedStatus(store: store, onStatus: onStatus)
    for try await need in store.syncNeeds() {
      var reason: String?
      do {
        if let login = try await credentials.load() { return login.session }
      } catch {
        reason = CommandFailure(error).line
      }
      let state = try store.syncState().with(LeaderLock.pulse(path: profile.lockPath))
      published.noteOrg(state)
      published.noteSync(at: state.lastSync)
      published.publish(need.settings.isOn ? .loginNeeded : .off, reason: reason, answering: need.askCount)
    }
    return nil
  }

  /// Syncs until the login is gone, or the task is cancelled. Another login is taken up by the engine itself.
  private func sync(_ session: Session, _ lock: LeaderLock, _ onStatus: @escaping @Sendable (SyncStatus) -> Void) async
  {
    let engine = SyncEngine(
      store: store, org: OrgLink(profile: profile, session: session, store: store).connection,
      environment: .live(LogFile.logger(profile)))
    self.engine.withLock { $0 = engine }
    let statuses = Task { for await status in engine.statuses { onStatus(status) } }
    await withTaskGroup { group in
      group.addTask { await engine.run(holding: lock) }
      group.addTask { await self.loginIsGone() }
      await group.next()
      group.cancelAll()
    }
    self.engine.withLock { $0 = nil }
    statuses.cancel()
    await statuses.value
  }

  /// Gives back the memory that a sync has left, here or elsewhere, and what the user did in between.
  private func tidyMemory() {
    let isTime = tidied.withLock { tidied in
      guard tidied.duration(to: .now) > Self.untilTidy else { return false }
      tidied = .now
      return true
    }
    guard isTime else { return }
    store.releaseMemory()
    OwnMemory.giveBack()
  }

  /// How long memory is kept for the next sync.
  private static let untilTidy = Duration.seconds(60)

  /// Returns when there is no login any more, or the task is cancelled.
  private func loginIsGone() async {
    while !Task.isCancelled {
      do {
        for try await _ in store.syncNeeds() where !credentials.exist { return }
      } catch {
        // A store that could not be read for a moment is looked at again, as the engine does.
        try? await Task.sleep(for: .seconds(1))
      }
    }
  }
}
