import OrgModel

/// How often something happened in the last 24 hours, to the minute.
///
/// Source: Salesforce Developer Limits and Allocations Quick Reference, "API Request Limits and Allocations".
struct DailyCount: Sendable {
  private static let minutesKept = 24 * 60

  private var minutes: [(minute: Int, count: Int)] = []

  mutating func add(_ count: Int, at now: Timestamp) {
    guard count > 0 else { return }
    let minute = now.milliseconds / 60_000
    minutes.removeAll { $0.minute <= minute - Self.minutesKept }
    if let last = minutes.last, last.minute >= minute {
      // A clock that was set back goes on in the latest minute.
      minutes[minutes.count - 1].count += count
    } else {
      minutes.append((minute, count))
    }
  }

  func total(at now: Timestamp) -> Int {
    let oldest = now.milliseconds / 60_000 - Self.minutesKept
    return minutes.reduce(0) { $1.minute > oldest ? $0 + $1.count : $0 }
  }
}
