package import Foundation
import Localization

/// How many of an org's API calls of a day are used, as far as it was told at an instant.
package struct KnownCalls: Hashable, Sendable {
  package let used: Int
  package let limit: Int
  package let at: Date

  package init(used: Int, limit: Int, at: Date) {
    self.used = used
    self.limit = limit
    self.at = at
  }

  /// How long ago it was told: `just now`, `12 min ago`, `3 h ago`.
  func age(at now: Date) -> String {
    switch Int(now.timeIntervalSince(at)) {
    case ..<60: localized("just now")
    case let seconds where seconds < 3_600: localized("\(seconds / 60) min ago")
    case let seconds: localized("\(seconds / 3_600) h ago")
    }
  }
}

/// What the sync does now, for the indicator in the status bar and the `status` command.
package struct SyncStatus: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    case off
    /// The org cannot be reached, or nobody syncs; work goes on here.
    case offline
    case connecting
    /// `total` is `nil` while it is not known.
    case importing(done: Int, total: Int?)
    /// Changes there are announced as they happen.
    case live
    /// Changes there are asked for.
    case polling(every: Duration)
    case syncing
    /// Nothing is sent before that instant, because the org asked to wait or the last tries failed.
    case waiting(until: Date)
    case loginNeeded
    /// The org does not have a value that a setting maps to, and the user has to choose another (sync-rules.md §1).
    case choiceNeeded

    /// Whether nothing is asked or sent just now.
    package var isAtRest: Bool {
      switch self {
      case .connecting, .importing, .syncing: false
      default: true
      }
    }

    /// The name in `status --format json`.
    package var name: String {
      switch self {
      case .off: "off"
      case .offline: "offline"
      case .connecting: "connecting"
      case .importing: "importing"
      case .live: "live"
      case .polling: "polling"
      case .syncing: "syncing"
      case .waiting: "waiting"
      case .loginNeeded: "loginNeeded"
      case .choiceNeeded: "choiceNeeded"
      }
    }
  }

  package var state: State
  /// Why it is in this state, where that is not plain: an error, by which way it is live and why not by a better one, or
  /// why it is not.
  package var reason: String?
  /// By which way changes there are announced, for the user; `nil` where they are not, or it is not known yet.
  package var liveWay: String?
  /// How many of the org's API calls of a day are used, in percent, where changes are asked for less often because of it.
  package var callsUsed: Int?
  /// How many of them the org said last to be used.
  package var calls: KnownCalls?
  package var lastSync: Date?
  /// The address of the org, and the user there.
  package var org: String?
  package var user: String?
  package var isSandbox: Bool

  package init(
    state: State, reason: String? = nil, liveWay: String? = nil, callsUsed: Int? = nil, calls: KnownCalls? = nil,
    lastSync: Date? = nil,
    org: String? = nil, user: String? = nil, isSandbox: Bool = false
  ) {
    self.state = state
    self.reason = reason
    self.liveWay = liveWay
    self.callsUsed = callsUsed
    self.calls = calls
    self.lastSync = lastSync
    self.org = org
    self.user = user
    self.isSandbox = isSandbox
  }
}
