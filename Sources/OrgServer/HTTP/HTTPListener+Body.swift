import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOHTTP1
import NIOHTTPCompression

extension HTTPListener {
  /// What is read of a body that is too large, so that the client comes to read the answer; then the connection ends.
  private static let patience = 64 * 1024 * 1024

  /// The body of a request.
  enum ReceivedBody: Sendable {
    case whole([UInt8])
    /// Larger than is taken; read to its end, or not.
    case tooLarge(isRead: Bool)
    /// Not the gzip or deflate stream that its `Content-Encoding` says.
    case garbled

    var bytes: [UInt8] {
      if case .whole(let bytes) = self { bytes } else { [] }
    }

    var isTooLarge: Bool {
      if case .tooLarge = self { true } else { false }
    }

    var isGarbled: Bool {
      if case .garbled = self { true } else { false }
    }
  }

  /// Reads the body. A client that asks whether it may send it is told so first (RFC 9110 §10.1.1).
  static func body(of request: Request, on channel: any Channel) async throws -> ReceivedBody {
    if request.headers[.expect]?.lowercased() == "100-continue" {
      if let size = request.headers[.contentLength].flatMap({ Int($0) }), size > maximumBody {
        return .tooLarge(isRead: false)
      }
      try await sendContinue(on: channel)
    }
    var bytes: [UInt8] = []
    var size = 0
    do {
      for try await part in request.body {
        size += part.readableBytes
        if size <= maximumBody { bytes.append(contentsOf: part.readableBytesView) } else { bytes = [] }
        if size > patience { return .tooLarge(isRead: false) }
      }
    } catch let error where CompressionSetup.meansGarbled(error) {
      return .garbled
    } catch NIOHTTPDecompression.DecompressionError.limit {
      return .tooLarge(isRead: false)
    }
    return size > maximumBody ? .tooLarge(isRead: true) : .whole(bytes)
  }

  /// Writes past the handlers between here and the encoder: one that compresses takes every head for an answer's.
  private static func sendContinue(on channel: any Channel) async throws {
    try await channel.eventLoop
      .submit {
        let encoder = try channel.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self)
        encoder.writeAndFlush(NIOAny(ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n")), promise: nil)
      }
      .get()
  }
}
