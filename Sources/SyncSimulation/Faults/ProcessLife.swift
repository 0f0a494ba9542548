import Synchronization

/// Whether a process lives. A killed one unwinds without effect: each of its calls fails and does nothing.
final class ProcessLife: Sendable {
  private let state = Mutex<(isAlive: Bool, callsLeft: Int?)>((true, nil))

  var isAlive: Bool { state.withLock { $0.isAlive } }

  func kill() { state.withLock { $0.isAlive = false } }

  /// Kills it in the midst of one of its next calls: `calls` of them are still made in full.
  func killAfter(calls: Int) { state.withLock { $0.callsLeft = calls } }

  func calm() { state.withLock { $0.callsLeft = nil } }

  /// Counts a call.
  ///
  /// - Returns: whether the process dies in this very call.
  func call() -> Bool {
    state.withLock { state in
      guard let left = state.callsLeft else { return false }
      state.callsLeft = left - 1
      return left == 0
    }
  }
}
