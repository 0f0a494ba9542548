import Foundation
import Synchronization

/// The org's clock, which the test sets.
final class TestClock: Sendable {
  /// 2026-11-25T09:30:00Z.
  private let time = Mutex(Date(timeIntervalSince1970: 1_795_599_000))

  var now: Date { time.withLock { $0 } }

  func advance(seconds: Double) { time.withLock { $0 += seconds } }
}
