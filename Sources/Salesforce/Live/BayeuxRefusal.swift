/// What kind of refusal a reply is (Streaming API Developer Guide, "Handling Streaming API Errors" and "Streaming API
/// Error Codes").
enum BayeuxRefusal: Equatable {
  /// The token is no longer valid.
  case authentication
  /// The server has forgotten this client.
  case unknownClient
  /// The position to replay from is older than what is kept, or of another org.
  case replay
  /// The topic is gone.
  case missingChannel
  /// A limit of the org is reached; it is free again hours later, or when others stop listening.
  case limit
  /// The server asks for patience.
  case busy
  case other

  init(_ reply: BayeuxMessage) {
    let error = reply.error ?? ""
    let text = error.lowercased()
    if [error, reply.failureReason ?? ""].contains(where: { $0.hasPrefix("401") }) {
      self = .authentication
    } else if text.contains("unknown client") || error.hasPrefix("402") {
      self = .unknownClient
    } else if text.contains("replayid") {
      self = .replay
    } else if text.contains("does not exist") || text.contains("doesn’t exist") || text.contains("doesn't exist") {
      self = .missingChannel
    } else if text.contains("limit") {
      self = .limit
    } else if error.hasPrefix("503") {
      self = .busy
    } else {
      self = .other
    }
  }
}
