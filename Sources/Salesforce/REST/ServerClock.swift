import Foundation

/// The org's time, whatever the clock here says: the `Date` of its last answer and the time since.
struct ServerClock {
  private let elapsed: @Sendable () -> Duration
  private var date: Date?
  private var readAt = Duration.zero

  /// - Parameter clock: must not jump, and must go on while the machine sleeps.
  init(_ clock: any Clock<Duration>) {
    elapsed = clock.stopwatch()
  }

  var now: Date? {
    date?.addingTimeInterval((elapsed() - readAt) / .seconds(1))
  }

  mutating func read(_ answer: HTTPAnswer) {
    guard let date = answer.header("Date").flatMap(HTTPDate.date) else { return }
    self.date = date
    readAt = elapsed() - answer.age
  }
}
