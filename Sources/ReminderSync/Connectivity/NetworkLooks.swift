import Dispatch
import Synchronization

/// Looks at the network when it has settled after a change, and tells if there is a new way.
final class NetworkLooks: Sendable {
  private struct State {
    var last: NetworkState
    var isDue = false
  }

  private let state: Mutex<State>
  private let onReturn: @Sendable () -> Void

  /// So much may pass between an address and its route.
  private static let settling = DispatchTimeInterval.milliseconds(300)

  init(_ onReturn: @escaping @Sendable () -> Void) {
    self.onReturn = onReturn
    state = Mutex(State(last: .read()))
  }

  /// Several changes within that time are looked at once.
  func lookSoon(on queue: DispatchQueue) {
    let isFirst = state.withLock { state in
      defer { state.isDue = true }
      return !state.isDue
    }
    guard isFirst else { return }
    queue.asyncAfter(deadline: .now() + Self.settling) { self.look() }
  }

  private func look() {
    let now = NetworkState.read()
    let hasNewWay = state.withLock { state in
      defer { state = State(last: now) }
      return now.hasNewWay(since: state.last)
    }
    if hasNewWay { onReturn() }
  }
}
