/// How often to ask for changes where they are not announced: every 15 s while in use, slower and slower up to 5 min
/// when nothing happens (sync-rules.md §3).
struct PollingPace: Sendable {
  private(set) var interval = Duration.seconds(15)

  mutating func nothingHappened() { interval = min(interval * 3 / 2, .seconds(300)) }

  mutating func somethingHappened() { interval = .seconds(15) }

  /// While changes are announced, asking is only a safety net: three times an hour leaves room in it for a part of the day's
  /// work, and for what a renewed session costs (sync-rules.md §5.12).
  static let whileLive = Duration.seconds(1_200)
}
