import Foundation
import OrgModel

/// The org's clock: the host's, moved by some time, or frozen.
///
/// All that the org does with time goes by it: stamps, date literals, tokens, the `Date` header. What waits for a time to
/// pass (a held connect, a pause, the colleague's next step) has a timer of the real time, and is brought forward when the
/// clock is moved. Idle connections end by the real time alone.
struct OrgClock: Sendable {
  private let source: @Sendable () -> Date
  private(set) var offset: TimeInterval = 0
  private var frozenAt: Date?

  /// A clock that shows what `source` says.
  init(_ source: @escaping @Sendable () -> Date) {
    self.source = source
  }

  var now: Date { frozenAt ?? source() + offset }
  var isFrozen: Bool { frozenAt != nil }

  /// Moves the clock to `time`, from where it goes on unless it is frozen.
  mutating func set(_ time: Date) {
    offset = time.timeIntervalSince(source())
    if isFrozen { frozenAt = time }
  }

  mutating func setOffset(_ seconds: TimeInterval) { set(source() + seconds) }

  mutating func advance(by seconds: TimeInterval) { set(now + seconds) }

  /// Stops the clock, or lets it go on from the time that it shows.
  mutating func setFrozen(_ isFrozen: Bool) {
    let time = now
    frozenAt = isFrozen ? time : nil
    set(time)
  }

  /// The times that a clock may show: those that SOQL's dates can be written for, with a year to spare.
  static let range = Date(timeIntervalSince1970: 0)...Date(timeIntervalSince1970: 252_000_000_000)
}
