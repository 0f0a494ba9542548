import Foundation
import Localization
import ReminderStore
import Reminders

/// What `status` prints.
struct StatusReport: Encodable {
  let state: String
  let counts: ReminderCounts
  let sync: SyncState

  private enum CodingKeys: String, CodingKey {
    case state, reason, pending, conflicts, refused, lastSync, org, user
  }

  /// - Parameter hasLeader: whether a process syncs the store now; what was last written holds only then.
  init(_ sync: SyncState, counts: ReminderCounts, isOn: Bool, hasLeader: Bool) {
    self.sync = sync
    self.counts = counts
    if !isOn {
      state = "off"
    } else if hasLeader || Self.userNeeded.contains(sync.statusName) {
      state = sync.statusName
    } else {
      state = "offline"
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(state, forKey: .state)
    try container.encode(reason, forKey: .reason)
    try container.encode(counts.pending, forKey: .pending)
    try container.encode(counts.conflicts, forKey: .conflicts)
    try container.encode(counts.refused, forKey: .refused)
    try container.encode(sync.lastSync?.formatted(.iso8601), forKey: .lastSync)
    try container.encode(sync.org, forKey: .org)
    try container.encode(sync.user?.name, forKey: .user)
  }

  /// One short line for status bars, which look for its words: `live ↑2 !1 ✗1`.
  var summary: String { Localization.with(.english) { indicator } }

  /// The same in the language of the user.
  private var indicator: String {
    let parts = [("↑", counts.pending), ("!", counts.conflicts), ("✗", counts.refused)]
    let words = [StatusReport.words(for: state)]
    return (words + parts.filter { $0.1 > 0 }.map { "\($0.0)\($0.1)" }).joined(separator: " ")
  }

  /// A line for each thing, for people.
  var text: String {
    var lines = [indicator]
    if let org = sync.org { lines.append(localized("org: \(org) (\(sync.user?.name ?? "?"))")) }
    if let lastSync = sync.lastSync { lines.append(localized("last sync: \(lastSync.formatted(.iso8601))")) }
    if let reason { lines.append(reason) }
    if counts.conflicts > 0 {
      lines.append(localized("\(counts.conflicts) in conflict: command-center conflicts shows both versions"))
    }
    if counts.refused > 0 { lines.append(StatusReport.refused(counts.refused)) }
    if let vanishing = StatusReport.vanishing(counts.vanishing) { lines.append(vanishing) }
    return lines.joined(separator: "\n")
  }

  /// Why it is in this state, or by which way it is live.
  private var reason: String? { state == sync.statusName ? sync.statusReason : nil }

  /// What to do about changes that Salesforce refused.
  static func refused(_ count: Int) -> String {
    localized("\(count) refused by Salesforce: command-center show ID tells why; edit it, retry ID or give-up ID")
  }

  /// What to do about tasks that are gone from Salesforce all at once; `nil` where there are none.
  static func vanishing(_ count: Int) -> String? {
    if count == 0 { return nil }
    return localized(
      """
      \(count) gone from Salesforce at once: command-center vanished --delete lets them go here too, --keep keeps them
      """)
  }

  /// A state in a word or two.
  static func words(for state: String) -> String {
    switch state {
    case "off": localized("off", "sync")
    case "offline": localized("offline", "sync")
    case "connecting": localized("connecting", "sync")
    case "importing": localized("importing", "sync")
    case "live": localized("live", "sync")
    case "polling": localized("polling", "sync")
    case "syncing": localized("syncing", "sync")
    case "waiting": localized("waiting", "sync")
    case "loginNeeded": localized("login needed")
    case "choiceNeeded": localized("choice needed")
    default: state
    }
  }

  /// The states that only the user ends, whether or not a process syncs.
  private static let userNeeded: Set = ["loginNeeded", "choiceNeeded"]
}
