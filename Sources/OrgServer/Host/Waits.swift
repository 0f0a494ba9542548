import OrgModel

/// The requests that wait for their answer: a held connect of a streaming client, or a pause that a fault makes.
///
/// Each ends when its time is up, by the real time or by the org's clock, whichever comes first.
struct Waits: Sendable {
  struct Wait: Sendable {
    /// `nil` for a pause.
    let hold: Streaming.Hold?
    /// By the org's clock.
    let due: Timestamp
    let continuation: CheckedContinuation<Void, Never>
    let timer: Task<Void, Never>
  }

  private var waits: [Int: Wait] = [:]
  private var lastNumber = 0

  var count: Int { waits.count }

  mutating func makeNumber() -> Int {
    lastNumber += 1
    return lastNumber
  }

  mutating func add(_ wait: Wait, number: Int) { waits[number] = wait }

  /// Lets a request go on; without effect when it has gone on already.
  mutating func end(_ number: Int) {
    guard let wait = waits.removeValue(forKey: number) else { return }
    wait.timer.cancel()
    wait.continuation.resume()
  }

  mutating func endAll() {
    for number in waits.keys { end(number) }
  }

  /// Lets the requests go on that are ready.
  mutating func end(where isReady: (Wait) -> Bool) {
    for (number, wait) in waits where isReady(wait) { end(number) }
  }
}
