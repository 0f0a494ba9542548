import OrgModel

/// How often something happened in the last 24 hours, to the hour.
struct DailyCount: Sendable {
  private var hours: [Int: Int] = [:]

  mutating func add(_ count: Int, at now: Timestamp) {
    guard count > 0 else { return }
    hours = hours.filter { Self.isRecent($0.key, at: now) }
    hours[Self.hour(now), default: 0] += count
  }

  func total(at now: Timestamp) -> Int {
    hours.reduce(0) { Self.isRecent($1.key, at: now) ? $0 + $1.value : $0 }
  }

  private static func hour(_ time: Timestamp) -> Int { time.milliseconds / 3_600_000 }

  private static func isRecent(_ hour: Int, at now: Timestamp) -> Bool { hour > self.hour(now) - 24 }
}
