/// How the times that the org puts on a record lie to the time of the write.
///
/// In Salesforce a record is stamped when its transaction writes it and seen when the transaction commits, so that stamps
/// become visible out of order. Here a write is seen at once and its stamp lies back: records show what they would show in
/// Salesforce, events have the time of the commit, and `Org.updated` and `Org.deleted` cover what no write can still join.
package struct StampRule: Sendable {
  /// By how many milliseconds a stamp lies before its commit, drawn anew for each record.
  package let lag: ClosedRange<Int>
  /// Whether stamps are of whole seconds, as the REST API gives them.
  package let isWholeSeconds: Bool
  private var random: SplitMix64

  /// The longest lag, in milliseconds.
  package static let maximumLag = 600_000

  /// The same seed draws the same lags.
  package init(lag: ClosedRange<Int> = 0...0, isWholeSeconds: Bool = false, seed: UInt64 = 1) {
    self.lag = lag.clamped(to: 0...Self.maximumLag)
    self.isWholeSeconds = isWholeSeconds
    random = SplitMix64(seed: seed)
  }

  /// The time for a record that is written now; never before the one that it already has.
  mutating func stamp(at now: Timestamp, after old: Record? = nil) -> Timestamp {
    let stamp = stamp(at: now, lag: Int.random(in: lag, using: &random))
    return max(stamp, old?.systemModstamp ?? stamp)
  }

  /// No write from now on is stamped before this.
  func earliestStamp(at now: Timestamp) -> Timestamp { stamp(at: now, lag: lag.upperBound) }

  private func stamp(at now: Timestamp, lag: Int) -> Timestamp {
    let milliseconds = now.milliseconds - lag
    return Timestamp(milliseconds: isWholeSeconds ? milliseconds / 1000 * 1000 : milliseconds)
  }
}
