package import Foundation
import Localization
package import ReminderStore
package import Reminders
import Salesforce

/// What the indicator shows: told to whoever shows it in this process, and kept in the store for `status` and the other
/// terminals.
package final class PublishedStatus {
  private let store: any SyncStore
  private let onStatus: (SyncStatus) -> Void
  package private(set) var status = SyncStatus(state: .offline)
  /// What was last found out about live updates.
  private var live: (way: LiveWay?, why: LocalizedText?)?

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

  /// How many of the org's API calls are used, in percent, where sync is slow for that.
  var callsUsed: Int? {
    get { status.callsUsed }
    set { status.callsUsed = newValue }
  }

  /// How many of them the org said last to be used.
  func noteCalls(_ usage: APIUsage?, at now: Date) {
    guard let usage else { return }
    status.calls = KnownCalls(used: usage.used, limit: usage.limit, at: now)
  }

  func noteLive(_ subscription: LiveSubscription) {
    live = (subscription.way, subscription.whyNotBetter)
    status.liveWay = subscription.way.description
  }

  func noteNotLive(_ reason: LocalizedText) {
    live = (nil, reason)
    status.liveWay = nil
  }

  /// By which way changes were announced stays known, but they are not just now.
  func noteInterruption() { status.liveWay = nil }

  /// By which way changes are announced, and why not by a better one.
  var liveReason: String? {
    guard let live, let way = live.way else { return nil }
    return live.why.map { "\(way): \(localized($0))" } ?? way.description
  }

  /// When the last cycle ended, where that is known.
  package func noteSync(at instant: Date?) {
    if let instant { status.lastSync = instant }
  }

  /// - Parameter askCount: so many syncs that other processes asked for are done with this, or were tried.
  package func publish(_ state: SyncStatus.State, reason: String?, answering askCount: Int) {
    status.state = state
    // The language may be another one by now.
    if status.liveWay != nil { status.liveWay = live?.way?.description }
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
      if let live { (stored.liveWay, stored.liveReason) = (live.way?.description, live.why.map { localized($0) }) }
      if stored != old { stored.lastSync = status.lastSync ?? old.lastSync }
    }
  }
}
