import AsyncHTTPClient
import Foundation
import Localization
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

  private static func text(for error: any Error) -> LocalizedText {
    switch error {
    case let error as HTTPClientError: text(for: error)
    case ChannelError.eof, ChannelError.ioOnClosedChannel, is HTTPParserError:
      LocalizedText("the connection was closed")
    case is CancellationError: LocalizedText("stopped before an answer came")
    case let error as NIOConnectionError: text(for: error)
    case let error as IOError: words(of: error)
    default: tls(String(describing: error)) ?? LocalizedText("the connection failed (\(String(describing: error)))")
    }
  }

  private static func text(for error: HTTPClientError) -> LocalizedText {
    switch error {
    case .connectTimeout, .tlsHandshakeTimeout: LocalizedText("no connection came about in time")
    case .deadlineExceeded, .readTimeout: LocalizedText("no answer came in time")
    case .remoteConnectionClosed: LocalizedText("the connection was closed")
    case .cancelled: LocalizedText("stopped before an answer came")
    default: LocalizedText("the connection failed (\(error.shortDescription))")
    }
  }

  private static func text(for error: NIOConnectionError) -> LocalizedText {
    guard let first = error.connectionErrors.first?.error else {
      return LocalizedText("\(error.host) cannot be found; is this machine online?")
    }
    let reason = (first as? IOError).map(words) ?? LocalizedText(verbatim: String(describing: first))
    return LocalizedText("no connection to \(error.host), port \(String(error.port)): \(reason)")
  }

  /// Words of the system, which are about nobody.
  private static func words(of error: IOError) -> LocalizedText {
    LocalizedText(String(cString: strerror(error.errnoCode)).lowercased())
  }

  /// The errors of TLS are told by their text alone: they are of a module that this one does not import.
  private static func tls(_ text: String) -> LocalizedText? {
    if text.contains("CERTIFICATE_VERIFY_FAILED") {
      return LocalizedText("its certificate is not trusted; nothing was sent")
    }
    if text.contains("failedToValidateHostname") {
      return LocalizedText("its certificate is for another host; nothing was sent")
    }
    return text.contains("SSL") || text.contains("handshake")
      ? LocalizedText("no safe connection came about (TLS)") : nil
  }
}
