import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix

/// What a failed exchange means, in the user's words.
enum FailureReason {
  /// - Parameter departed: whether the request, or a part of it, may have reached the org.
  static func orgError(for error: any Error, departed: Bool) -> OrgError {
    switch error {
    case let error as HTTPExchange.TooLarge:
      .invalidAnswer(reason: "it is larger than \(error.limit >> 20) MiB")
    case let error as HTTPParserError where error != .invalidEOFState:
      .invalidAnswer(reason: "this is not HTTP; is something else listening at this address?")
    case is NIOHTTPDecompression.DecompressionError:
      .invalidAnswer(reason: "its compressed data cannot be read or is too large")
    default:
      departed
        ? .unknownOutcome(reason: text(for: error))
        : .unreachable(reason: text(for: error))
    }
  }

  private static func text(for error: any Error) -> String {
    switch error {
    case let error as HTTPClientError: text(for: error)
    case ChannelError.eof, ChannelError.ioOnClosedChannel, is HTTPParserError: "the connection was closed"
    case is CancellationError: "stopped before an answer came"
    case let error as NIOConnectionError: text(for: error)
    case let error as IOError: String(cString: strerror(error.errnoCode)).lowercased()
    default: tls(String(describing: error)) ?? "the connection failed (\(error))"
    }
  }

  private static func text(for error: HTTPClientError) -> String {
    switch error {
    case .connectTimeout, .tlsHandshakeTimeout: "no connection came about in time"
    case .deadlineExceeded, .readTimeout: "no answer came in time"
    case .remoteConnectionClosed: "the connection was closed"
    case .cancelled: "stopped before an answer came"
    default: "the connection failed (\(error.shortDescription))"
    }
  }

  private static func text(for error: NIOConnectionError) -> String {
    if error.connectionErrors.isEmpty { return "\(error.host) cannot be found; is this machine online?" }
    guard let first = error.connectionErrors.first?.error else { return "no connection to \(error.host)" }
    let reason = (first as? IOError).map { String(cString: strerror($0.errnoCode)).lowercased() }
    return "no connection to \(error.host), port \(error.port): \(reason ?? "\(first)")"
  }

  /// The errors of TLS are told by their text alone: they are of a module that this one does not import.
  private static func tls(_ text: String) -> String? {
    if text.contains("CERTIFICATE_VERIFY_FAILED") { return "its certificate is not trusted; nothing was sent" }
    return text.contains("SSL") || text.contains("handshake") ? "no safe connection came about (TLS)" : nil
  }
}
