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

  /// What somebody wants of it.
  private enum Order {
    case end, stop
  }

  /// Returns after SIGINT, SIGTERM or SIGHUP, when the org has been told. SIGTSTP, such as ctrl-z, stops it when it has given
  /// up the right to sync, so that another process can have it meanwhile.
  ///
  /// - Parameter onChange: is told each state that is not the one before; what it throws ends the service.
  func run(onChange: @escaping @Sendable (SyncStatus) throws -> Void) throws {
    let watcher = StoreFileWatcher(store, path: profile.storePath)
    let (orders, order) = AsyncStream.makeStream(of: Order.self)
    let signals = [
      StopSignals([SIGINT, SIGTERM, SIGHUP]) { order.yield(.end) }, StopSignals([SIGTSTP]) { order.yield(.stop) },
    ]
    try waiting { while try await sync(until: orders, onChange) == .stop { stopProcess() } }
    withExtendedLifetime((watcher, signals)) {}
  }

  /// Syncs until the next order, or until it cannot go on; when it returns, another process may sync.
  private func sync(
    until orders: AsyncStream<Order>, _ onChange: @escaping @Sendable (SyncStatus) throws -> Void
  ) async throws -> Order {
    let (statuses, status) = AsyncStream.makeStream(of: SyncStatus.self)
    let printing = Task.detached {
      var last: String?
      for await status in statuses where status.state.name != last {
        last = status.state.name
        try onChange(status)
      }
    }
    let work = SyncRunner(profile: profile, store: store).start { status.yield($0) }
    let order = await withTaskGroup(of: Order.self) { group in
      group.addTask { await orders.first { _ in true } ?? .end }
      group.addTask {
        _ = await printing.result
        return .end
      }
      group.addTask {
        _ = await work.result
        return .end
      }
      let order = await group.next() ?? .end
      work.cancel()
      status.finish()
      group.cancelAll()
      return order
    }
    // Whatever was printed, all of it has ended when this returns.
    let printed = await printing.result
    try await work.value
    try printed.get()
    return order
  }
}
