package import Foundation
package import Logging

/// What the engine takes from outside, so that a test decides it.
package struct SyncEnvironment: Sendable {
  package var now: @Sendable () -> Date
  package var timeZone: @Sendable () -> TimeZone
  package var clock: any Clock<Duration>
  /// 0..<1, for jitter.
  package var random: @Sendable () -> Double
  /// Says each time that the network may be back, or that the machine was asleep.
  package var connectivity: @Sendable () -> AsyncStream<Void>
  package var logger: Logger

  package init(
    now: @escaping @Sendable () -> Date, timeZone: @escaping @Sendable () -> TimeZone, clock: any Clock<Duration>,
    random: @escaping @Sendable () -> Double,
    connectivity: @escaping @Sendable () -> AsyncStream<Void> = { AsyncStream { $0.finish() } }, logger: Logger
  ) {
    self.now = now
    self.timeZone = timeZone
    self.clock = clock
    self.random = random
    self.connectivity = connectivity
    self.logger = logger
  }

  /// The real world.
  package static func live(_ logger: Logger) -> SyncEnvironment {
    SyncEnvironment(
      now: { Date() },
      timeZone: {
        // Foundation on Linux reads it once and keeps it, `autoupdatingCurrent` too.
        NSTimeZone.resetSystemTimeZone()
        return .current
      },
      clock: ContinuousClock(), random: { Double.random(in: 0..<1) },
      connectivity: { ConnectivityWatcher.returns() }, logger: logger)
  }
}
