import OrgModel

/// How many API requests an org has had in the last 24 hours, to the minute.
///
/// Source: Salesforce Developer Limits and Allocations Quick Reference, "API Request Limits and Allocations".
struct APIUsage: Sendable {
  private static let minutesKept = 24 * 60

  private var minutes: [(minute: Int, count: Int)] = []

  mutating func note(at now: Timestamp) {
    let minute = now.milliseconds / 60_000
    minutes.removeAll { $0.minute <= minute - Self.minutesKept }
    if let last = minutes.last, last.minute >= minute {
      // A clock that was set back goes on in the latest minute.
      minutes[minutes.count - 1].count += 1
    } else {
      minutes.append((minute, 1))
    }
  }

  func count(at now: Timestamp) -> Int {
    let oldest = now.milliseconds / 60_000 - Self.minutesKept
    return minutes.reduce(0) { $1.minute > oldest ? $0 + $1.count : $0 }
  }
}
