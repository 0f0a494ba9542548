import Synchronization

/// A clock on which nobody waits: a sleep moves it on.
final class JumpingClock: Clock {
  private let time = Mutex(StillClock.Instant(offset: .zero))

  var now: StillClock.Instant { time.withLock { $0 } }
  var minimumResolution: Duration { .nanoseconds(1) }

  func advance(by duration: Duration) {
    time.withLock { $0 = $0.advanced(by: duration) }
  }

  func sleep(until deadline: StillClock.Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    time.withLock { $0 = max($0, deadline) }
  }
}
