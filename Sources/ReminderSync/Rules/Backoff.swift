/// How long to wait after failures: 1 s doubled up to 5 minutes, with jitter, never less than the org asks for
/// (sync-rules.md §3).
struct Backoff: Sendable {
  private var failures = 0

  /// The wait after one more failure.
  ///
  /// - Parameter random: 0..<1; half of the wait is spread by it, so that many clients do not come back at once.
  mutating func next(retryAfter: Duration? = nil, random: Double) -> Duration {
    let ceiling = min(300, Double(1 << min(failures, 9)))
    failures += 1
    let wait = Duration.seconds(ceiling * (0.5 + random / 2))
    return max(wait, retryAfter ?? .zero)
  }

  /// Whether the last try failed.
  var isActive: Bool { failures > 0 }

  mutating func reset() { failures = 0 }
}
