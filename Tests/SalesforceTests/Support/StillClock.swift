import Synchronization

/// A clock that stands still: a wait lasts until it is cancelled, and is remembered.
final class StillClock: Clock {
  struct Instant: InstantProtocol {
    let offset: Duration

    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  let waits: AsyncStream<Duration>
  private let waiting: AsyncStream<Duration>.Continuation
  private let time = Mutex(Duration.zero)

  init() {
    (waits, waiting) = AsyncStream.makeStream()
  }

  var now: Instant { Instant(offset: time.withLock { $0 }) }
  var minimumResolution: Duration { .nanoseconds(1) }

  func advance(by duration: Duration) {
    time.withLock { $0 += duration }
  }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    waiting.yield(now.duration(to: deadline))
    await untilCancelled()
    throw CancellationError()
  }
}

private func untilCancelled() async {
  let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
  for await _ in stream {}
  continuation.finish()
}
