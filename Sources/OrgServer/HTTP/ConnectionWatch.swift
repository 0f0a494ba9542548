import NIOCore
import NIOHTTPTypes
import Synchronization

/// Notices that the client has closed its connection while it waits for an answer.
final class ConnectionWatch: ChannelInboundHandler, RemovableChannelHandler, Sendable {
  typealias InboundIn = HTTPRequestPart

  private struct State {
    var isClosed = false
    var action: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())

  /// Runs `action` once when the client goes, or now if it has gone; `nil`: nothing any more.
  func whenClosed(_ action: (@Sendable () -> Void)?) {
    let isClosed = state.withLock { state in
      state.action = state.isClosed ? nil : action
      return state.isClosed
    }
    if isClosed { action?() }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    // The server keeps a half-closed connection, so this is how a client's end shows.
    if event as? ChannelEvent == .inputClosed { close() }
    context.fireUserInboundEventTriggered(event)
  }

  func channelInactive(context: ChannelHandlerContext) {
    close()
    context.fireChannelInactive()
  }

  private func close() {
    let action = state.withLock { state in
      state.isClosed = true
      return state.action.take()
    }
    action?()
  }
}
