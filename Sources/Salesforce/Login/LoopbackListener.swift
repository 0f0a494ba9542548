import Localization
import NIOCore
import NIOHTTP1
import NIOPosix

/// Listens on 127.0.0.1 for the browser that comes back from a login (RFC 8252 §7.3 and §8.3).
final class LoopbackListener: Sendable {
  /// A request for the callback's path, which waits for its answer.
  struct Visit: Sendable {
    let query: String
    fileprivate let channel: any Channel

    /// Returns when the page is on its way.
    func answer(_ page: CallbackPage) async {
      try? await channel.writeAndFlush(ByteBuffer(string: page.response)).get()
      try? await channel.close().get()
    }
  }

  let visits: AsyncStream<Visit>
  private let channel: any Channel
  private let coming: AsyncStream<Visit>.Continuation

  init(at callback: CallbackAddress) async throws(LoginError) {
    let (visits, coming) = AsyncStream.makeStream(of: Visit.self)
    do {
      channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .childChannelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandlers([
              ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes)),
              CallbackHandler(callback) { coming.yield($0) },
            ])
          }
        }
        .bind(host: "127.0.0.1", port: callback.port).get()
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw .portTaken(callback.port)
    } catch {
      throw .unusable(
        """
        the browser cannot come back to port \(String(callback.port)) (\(String(describing: error))); paste the address \
        that it shows in the end (--no-browser)
        """)
    }
    (self.visits, self.coming) = (visits, coming)
  }

  func close() async {
    coming.finish()
    try? await channel.close().get()
  }
}

/// Lets whole GET requests for the callback through, and answers all others itself.
private final class CallbackHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart

  private let callback: CallbackAddress
  private let onVisit: @Sendable (LoopbackListener.Visit) -> Void
  private var head: HTTPRequestHead?

  init(_ callback: CallbackAddress, onVisit: @escaping @Sendable (LoopbackListener.Visit) -> Void) {
    self.callback = callback
    self.onVisit = onVisit
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): self.head = head
    case .body: break
    case .end:
      guard let head else { return }
      let parts = head.uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
      if head.method == .GET, parts.first.map(String.init) == callback.path,
        callback.isMeant(byHost: head.headers.first(name: "Host"))
      {
        onVisit(.init(query: parts.count > 1 ? String(parts[1]) : "", channel: context.channel))
      } else {
        let channel = context.channel
        channel.writeAndFlush(ByteBuffer(string: CallbackPage.nothingHere.response))
          .whenComplete { _ in channel.close(promise: nil) }
      }
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
