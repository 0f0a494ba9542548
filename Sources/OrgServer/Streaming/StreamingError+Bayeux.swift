import OrgModel

/// The errors of the protocol.
///
/// Source: Streaming API Developer Guide, "Streaming API Error Codes".
extension StreamingError {
  static let unknownClient = StreamingError(403, "Unknown client")
  static let noHandshake = StreamingError(403, "Client has not completed handshake")
  static let otherUser = StreamingError(400, "Authenticated user id does not match the session's user id")
  static let noChannelName = StreamingError(400, "Channel name not specified")
  static let noLeadingSlash = StreamingError(400, "Channel subscriptions must start with a leading '/'")
  static let authenticationInvalid = StreamingError(401, "Authentication invalid")
  static let authenticationMissing = StreamingError(401, "Request requires authentication")
  static let clientLimit = StreamingError(403, "Organization concurrent user limit exceeded")
  static let deliveryLimit = StreamingError(403, "Organization total events daily limit exceeded")
  static let handshakeDenied = StreamingError(403, "Handshake denied")
  static let tooLarge = StreamingError(413, "Maximum Request Size Exceeded")

  static func invalidConnectionType(_ type: String) -> StreamingError {
    StreamingError(400, "Invalid connection type {\(type)}")
  }

  static func noCookie(of clientID: String) -> StreamingError {
    StreamingError(
      400, "Client \(clientID) has established a session, but no \(StreamingCaller.cookieName) cookie present")
  }

  static func invalidReplayID(_ id: String) -> StreamingError {
    StreamingError(
      400,
      "The replayId {\(id)} you provided was invalid.  Please provide a valid ID, -2 to replay all events, or -1 to "
        + "replay only new events.")
  }

  /// What the client is advised to do, where it is advised at all.
  var advice: JSON? {
    switch self {
    case .unknownClient, .noHandshake: ["interval": 0, "reconnect": "handshake"]
    case .authenticationInvalid, .authenticationMissing: ["reconnect": "none", "interval": 0]
    default: nil
    }
  }
}
