import OrgModel

/// The shapes of Bayeux replies, as Salesforce writes them.
extension OrgState {
  static func reply(to message: JSON, _ members: JSON) -> JSON {
    reply(channel: message["channel"]?.string ?? "", id: message["id"], members)
  }

  static func reply(channel: String, id: JSON?, _ members: JSON) -> JSON {
    .object(
      (members.members ?? []) + [.init(key: "channel", value: .string(channel))]
        + (id.map { [.init(key: "id", value: $0)] } ?? []))
  }

  /// The reply to a message that was not obeyed.
  ///
  /// Source: Streaming API Developer Guide, "Handling Streaming API Errors".
  static func refusal(of message: JSON, _ error: StreamingError) -> JSON {
    var members: [JSON.Member] = []
    if error != .unknownClient, let clientID = message["clientId"] {
      members.append(.init(key: "clientId", value: clientID))
    }
    if let subscription = message["subscription"] { members.append(.init(key: "subscription", value: subscription)) }
    if let advice = error.advice { members.append(.init(key: "advice", value: advice)) }
    members += [.init(key: "error", value: .string(error.text)), .init(key: "successful", value: false)]
    return reply(to: message, .object(members))
  }

  /// The reply to a handshake that was refused: the reason stands in `ext`.
  static func handshakeRefusal(of message: JSON, _ reason: String) -> JSON {
    reply(
      to: message,
      [
        "ext": ["sfdc": ["failureReason": .string(reason)], "replay": true, "payload.format": true],
        "advice": ["reconnect": "none"], "error": .string(StreamingError.handshakeDenied.text), "successful": false,
      ])
  }

  static func unauthenticated(_ message: JSON, _ error: StreamingError) -> JSON {
    message["channel"]?.string == "/meta/handshake"
      ? handshakeRefusal(of: message, error.text) : refusal(of: message, error)
  }

  /// What is no Bayeux exchange at all.
  static func badStreamingRequest(_ error: StreamingError) -> HTTPAnswer {
    HTTPAnswer(error.code, [["error": .string(error.text), "successful": false]])
  }
}
