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

  /// A message that failed, without advice.
  static func refusal(of message: JSON, _ error: String) -> JSON {
    var members: [JSON.Member] = []
    if let clientID = message["clientId"] { members.append(.init(key: "clientId", value: clientID)) }
    if let subscription = message["subscription"] { members.append(.init(key: "subscription", value: subscription)) }
    members += [.init(key: "error", value: .string(error)), .init(key: "successful", value: false)]
    return reply(to: message, .object(members))
  }

  static func unknownClient(_ message: JSON) -> JSON {
    reply(
      to: message,
      ["advice": ["interval": 0, "reconnect": "handshake"], "error": "403::Unknown client", "successful": false])
  }

  /// Source: Streaming API Developer Guide, "Handling Streaming API Errors".
  static func unauthenticated(_ message: JSON, _ reason: String) -> JSON {
    guard message["channel"]?.string == "/meta/handshake" else {
      return reply(
        to: message,
        [
          "clientId": message["clientId"] ?? .null, "advice": ["reconnect": "none", "interval": 0],
          "error": .string(reason), "successful": false,
        ])
    }
    return reply(
      to: message,
      [
        "ext": ["sfdc": ["failureReason": .string(reason)]], "advice": ["reconnect": "none"],
        "error": "403::Handshake denied", "successful": false,
      ])
  }

  /// What is no Bayeux exchange at all.
  static func badStreamingRequest(_ message: String) -> HTTPAnswer {
    HTTPAnswer(400, [["error": .string("400::\(message)"), "successful": false]])
  }
}
