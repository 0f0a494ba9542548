extension Clock<Duration> {
  /// How long ago this was called.
  package func stopwatch() -> @Sendable () -> Duration {
    let start = now
    return { start.duration(to: self.now) }
  }
}
