import Foundation
import Synchronization

/// What lies between the terminals and the org: the faults that are armed, and requests that are still under way.
final class Network: Sendable {
  struct Armed: Sendable {
    /// How many requests it lets pass first.
    var skips: Int
    let onlyWrites: Bool
    let fault: Fault
  }

  /// A request that was given up and is still to commit.
  struct Straggler: Sendable {
    let due: Date
    let commit: @Sendable () async -> Void
  }

  struct Content: Sendable {
    var armed: [Armed] = []
    var stragglers: [Straggler] = []
    var isSessionOver = false
  }

  private let content = Mutex(Content())

  var isSessionOver: Bool {
    get { content.withLock { $0.isSessionOver } }
    set { content.withLock { $0.isSessionOver = newValue } }
  }

  func arm(_ armed: Armed) { content.withLock { $0.armed.append(armed) } }

  /// No fault strikes any more; what is under way still commits.
  func calm() { content.withLock { $0.armed = [] } }

  /// The fault that strikes a request.
  func fault(isWrite: Bool) -> Fault? {
    content.withLock { content in
      guard let first = content.armed.first, isWrite || !first.onlyWrites else { return nil }
      guard first.skips == 0 else {
        content.armed[0].skips -= 1
        return nil
      }
      return content.armed.removeFirst().fault
    }
  }

  func add(_ straggler: Straggler) { content.withLock { $0.stragglers.append(straggler) } }

  /// When the next straggler commits.
  var nextDue: Date? { content.withLock { $0.stragglers.map(\.due).min() } }

  /// The straggler that is due first, taken off; `nil` when none is due by an instant.
  func takeStraggler(by instant: Date) -> Straggler? {
    content.withLock { content in
      let due = content.stragglers.indices.filter { content.stragglers[$0].due <= instant }
      return due.min { content.stragglers[$0].due < content.stragglers[$1].due }
        .map { content.stragglers.remove(at: $0) }
    }
  }
}
