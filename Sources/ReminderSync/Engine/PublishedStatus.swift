package import Foundation
package import ReminderStore
package import Reminders

/// What the indicator shows: told to whoever shows it in this process, and kept in the store for `status` and the other
/// terminals.
package final class PublishedStatus {
  private let store: any SyncStore
  private let onStatus: (SyncStatus) -> Void
  package private(set) var status = SyncStatus(state: .offline)

  /// - Parameter onStatus: called with each status.
  package init(store: any SyncStore, onStatus: @escaping (SyncStatus) -> Void) {
    self.store = store
    self.onStatus = onStatus
  }

  /// Whose org it is.
  package func noteOrg(_ state: SyncState) {
    status.org = state.org
    status.user = state.user?.name
    status.isSandbox = state.isSandbox
  }

  /// When the last cycle ended.
  package func noteSync(at instant: Date) { status.lastSync = instant }

  /// - Parameter askCount: so many syncs that other processes asked for are done with this, or were tried.
  package func publish(_ state: SyncStatus.State, reason: String?, answering askCount: Int) {
    status.state = state
    status.reason = reason
    onStatus(status)
    // A moment's work is not worth a write.
    if state == .syncing || state == .connecting { return }
    try? store.updateSyncState { stored in
      let old = stored
      if case .importing = state {} else { stored.answeredCount = max(stored.answeredCount, askCount) }
      // Another pace is no news: with the time of the last cycle it stands in the lock file, at no write to the store.
      if case .polling = state, stored.statusName == state.name, stored.statusReason == reason { return }
      stored.statusName = state.name
      stored.statusReason = reason
      stored.statusDetail = state.detail
      if stored != old { stored.lastSync = status.lastSync ?? old.lastSync }
    }
  }
}
