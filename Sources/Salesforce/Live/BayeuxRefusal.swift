/// What kind of refusal a reply is (Streaming API Developer Guide, "Handling Streaming API Errors" and "Streaming API
/// Error Codes"; that a handshake is denied for one of these stands in `ext`).
enum BayeuxRefusal: Equatable {
  /// The token is no longer valid.
  case authentication
  /// The server has forgotten this client.
  case unknownClient
  /// The position to replay from is older than what is kept, or of another org.
  case replay
  /// The channel is gone, or there never was one.
  case missingChannel
  /// A limit of the org is reached; it is free again hours later, or when others stop listening.
  case limit
  /// The server asks for patience.
  case busy
  /// This user may not do it.
  case notPermitted
  case other

  init(_ reply: BayeuxMessage) {
    let texts = [reply.failureReason, reply.error].compactMap { $0?.lowercased() }
    self = texts.lazy.compactMap(Self.known).first ?? .other
  }

  private static func known(_ text: String) -> BayeuxRefusal? {
    table.first { text.hasPrefix($0.code) && text.contains($0.words) }?.refusal
  }

  /// The first row that fits counts.
  private static let table: [(code: String, words: String, refusal: BayeuxRefusal)] = [
    ("401", "", .authentication), ("402", "", .unknownClient), ("403", "unknown client", .unknownClient),
    ("403", "completed handshake", .unknownClient), ("400", "replayid", .replay),
    ("400", "does not exist", .missingChannel),
    ("400", "doesn’t exist", .missingChannel), ("400", "doesn't exist", .missingChannel), ("403", "limit", .limit),
    ("503", "", .busy), ("403", "", .notPermitted),
  ]
}
