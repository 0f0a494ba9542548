import Foundation
import Localization
import ReminderSync
import Reminders

/// A change of state as `sync --watch` prints it, one line each.
struct SyncLine: Encodable {
  let state: String
  let reason: String?
  let at: String

  init(_ status: SyncStatus, at now: Date) {
    state = status.state.name
    reason = status.reason
    at = now.formatted(.iso8601)
  }

  private enum CodingKeys: String, CodingKey {
    case state, reason, at
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(state, forKey: .state)
    try container.encode(reason, forKey: .reason)
    try container.encode(at, forKey: .at)
  }

  /// For people, and the journal, which adds the time.
  var text: String {
    let words = StatusReport.words(for: state)
    return reason.map { "\(words): \($0)" } ?? words
  }
}
