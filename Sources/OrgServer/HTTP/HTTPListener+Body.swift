import HTTPTypes
import HummingbirdCore
import NIOCore

extension HTTPListener {
  /// What is read of a body that is too large, so that the client comes to read the answer; then the connection ends.
  private static let patience = 64 * 1024 * 1024

  /// The body of a request.
  enum ReceivedBody: Sendable {
    case whole([UInt8])
    /// Larger than is taken; read to its end, or not.
    case tooLarge(isRead: Bool)

    var bytes: [UInt8] {
      if case .whole(let bytes) = self { bytes } else { [] }
    }

    var isTooLarge: Bool {
      if case .tooLarge = self { true } else { false }
    }
  }

  /// Reads the body. A client that asks whether it may send it is told so first (RFC 9110 §10.1.1).
  @concurrent static func body(of request: Request, _ writer: borrowing ResponseWriter) async throws -> ReceivedBody {
    if request.headers[.expect]?.lowercased() == "100-continue" {
      if let size = request.headers[.contentLength].flatMap({ Int($0) }), size > maximumBody {
        return .tooLarge(isRead: false)
      }
      try await writer.writeInformationalHead(HTTPResponse(status: .continue))
    }
    var bytes: [UInt8] = []
    var size = 0
    for try await part in request.body {
      size += part.readableBytes
      if size <= maximumBody { bytes.append(contentsOf: part.readableBytesView) } else { bytes = [] }
      if size > patience { return .tooLarge(isRead: false) }
    }
    return size > maximumBody ? .tooLarge(isRead: true) : .whole(bytes)
  }
}
