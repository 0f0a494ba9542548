import NIOCore
import NIOHTTP1
import NIOHTTPCompression

/// Puts gzip and deflate, both ways, between the HTTP/1 codec of a connection and those who handle its requests.
///
/// Source: REST API Developer Guide, "Compression Headers". Answers of less than a kilobyte are not worth it.
final class CompressionSetup: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = NIOAny

  private static let smallestCompressed = 1024

  /// Whether an error that a body ended with says that it was not the stream that its `Content-Encoding` says.
  static func meansGarbled(_ error: any Error) -> Bool {
    switch error {
    case NIOHTTPDecompression.DecompressionError.limit: false
    case is NIOHTTPDecompression.DecompressionError, is NIOHTTPDecompression.ExtraDecompressionError: true
    default: false
    }
  }

  func handlerAdded(context: ChannelHandlerContext) {
    do {
      let pipeline = context.pipeline.syncOperations
      let codec = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
      let compressor = HTTPResponseCompressor(responseCompressionPredicate: { head, _ in
        let length = head.headers.first(name: "Content-Length").flatMap { Int($0) } ?? 0
        return length >= Self.smallestCompressed ? .compressIfPossible : .doNotCompress
      })
      // A body that grows beyond what is taken anyway is a bomb.
      let decompressor = NIOHTTPRequestDecompressor(limit: .size(HTTPListener.maximumBody + 1))
      try pipeline.addHandlers(
        [HeadUncompressed(), compressor, decompressor, UnaskedAnswer()], position: .after(codec))
    } catch {
      context.fireErrorCaught(error)
    }
  }
}

/// The answer to a HEAD request has no body, so there is nothing to compress.
private final class HeadUncompressed: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(var head) = Self.unwrapInboundIn(data), head.method == .HEAD else {
      return context.fireChannelRead(data)
    }
    head.headers.remove(name: "Accept-Encoding")
    context.fireChannelRead(Self.wrapInboundOut(.head(head)))
  }
}
