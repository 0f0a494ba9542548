/// How long to wait after failures in a row: from 1 s, twice as long each time, up to 5 min.
enum Backoff {
  static let longest = Duration.seconds(300)

  /// - Parameters:
  ///   - failures: in a row, from 1.
  ///   - random: from 0 up to 1; it takes up to half of the wait away, so that many terminals do not come at once.
  static func delay(afterFailures failures: Int, random: Double) -> Duration {
    let full = Duration.seconds(1 << min(max(failures - 1, 0), 16))
    return min(full, longest) * (1 - random / 2)
  }
}
