import HummingbirdCore
import Logging
import NIOCore
import NIOSSL

/// A connection that speaks HTTP/1.1, encrypted or not.
struct HTTPChannel: ServerChildChannel {
  let http: HTTP1Channel
  /// What encrypts it; `nil`: nothing.
  let encryption: NIOSSLContext?

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
    channel.eventLoop
      .makeCompletedFuture {
        guard let encryption else { return }
        try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: encryption))
      }
      .flatMap { http.setup(channel: channel, logger: logger) }
  }

  func handle(value: HTTP1Channel.Value, logger: Logger) async {
    await http.handle(value: value, logger: logger)
  }
}
