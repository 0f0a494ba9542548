import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Synchronization

/// Collects one answer up to a size, and knows whether the request left.
final class HTTPExchange: HTTPClientResponseDelegate {
  /// The body is larger than anything that is asked for.
  struct TooLarge: Error {
    let limit: Int
  }

  private struct State {
    var hasDeparted = false
    var head: HTTPResponseHead?
    var headTime: ContinuousClock.Instant?
    var body = Data()
  }

  private let bodyLimit: Int
  private let state = Mutex(State())

  init(bodyLimit: Int) {
    self.bodyLimit = bodyLimit
  }

  /// Whether the request, or a part of it, may have reached the org.
  var hasDeparted: Bool { state.withLock(\.hasDeparted) }

  func didSendRequestHead(task: HTTPClient.Task<HTTPAnswer>, _ head: HTTPRequestHead) {
    state.withLock { $0.hasDeparted = true }
  }

  func didReceiveHead(task: HTTPClient.Task<HTTPAnswer>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
    state.withLock {
      $0.head = head
      $0.headTime = .now
    }
    return task.eventLoop.makeSucceededVoidFuture()
  }

  func didReceiveBodyPart(task: HTTPClient.Task<HTTPAnswer>, _ buffer: ByteBuffer) -> EventLoopFuture<Void> {
    let fits = state.withLock { state in
      guard state.body.count + buffer.readableBytes <= bodyLimit else { return false }
      state.body.append(contentsOf: buffer.readableBytesView)
      return true
    }
    return fits
      ? task.eventLoop.makeSucceededVoidFuture() : task.eventLoop.makeFailedFuture(TooLarge(limit: bodyLimit))
  }

  func didFinishRequest(task: HTTPClient.Task<HTTPAnswer>) throws -> HTTPAnswer {
    try state.withLock { state in
      guard let head = state.head, let time = state.headTime else { throw HTTPClientError.remoteConnectionClosed }
      return HTTPAnswer(
        status: Int(head.status.code), headers: head.headers.map { ($0.name, $0.value) }, body: state.body,
        age: time.duration(to: .now))
    }
  }
}
