import Foundation
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
    } else if hasLeader || Self.userNeeded.keys.contains(sync.statusName) {
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

  /// One short line: `live ↑2 !1 ✗1`.
  var summary: String {
    let parts = [("↑", counts.pending), ("!", counts.conflicts), ("✗", counts.refused)]
    return ([stateInWords] + parts.filter { $0.1 > 0 }.map { "\($0.0)\($0.1)" }).joined(separator: " ")
  }

  /// A line for each thing, for people.
  var text: String {
    var lines = [summary]
    if let org = sync.org { lines.append("org: \(org) (\(sync.user?.name ?? "?"))") }
    if let lastSync = sync.lastSync { lines.append("last sync: \(lastSync.formatted(.iso8601))") }
    if let reason { lines.append(reason) }
    if counts.conflicts > 0 {
      lines.append("\(counts.conflicts) in conflict: command-center conflicts shows both versions")
    }
    if counts.refused > 0 { lines.append(StatusReport.refused(counts.refused)) }
    if let vanishing = StatusReport.vanishing(counts.vanishing) { lines.append(vanishing) }
    return lines.joined(separator: "\n")
  }

  /// Why it is in this state, or by which way it is live.
  private var reason: String? { state == sync.statusName ? sync.statusReason : nil }

  /// What to do about changes that Salesforce refused.
  static func refused(_ count: Int) -> String {
    "\(count) refused by Salesforce: command-center show ID tells why; edit it, retry ID or give-up ID"
  }

  /// What to do about tasks that are gone from Salesforce all at once; `nil` where there are none.
  static func vanishing(_ count: Int) -> String? {
    if count == 0 { return nil }
    return
      "\(count) gone from Salesforce at once: command-center vanished --delete lets them go here too, --keep keeps them"
  }

  private var stateInWords: String { Self.userNeeded[state] ?? state }

  /// The states that only the user ends, whether or not a process syncs, in words.
  private static let userNeeded = ["loginNeeded": "login needed", "choiceNeeded": "choice needed"]
}
