import OrgModel

extension OrgState {
  /// Makes a client.
  ///
  /// Source: The Bayeux Protocol 1.0, "Handshake"; Streaming API Developer Guide, "Handling Streaming API Errors".
  mutating func handshake(
    _ message: JSON, browser: String, from caller: StreamingCaller
  ) throws(StreamingError) -> JSON {
    let offered = message["supportedConnectionTypes"]?.array?.compactMap(\.string) ?? ["long-polling"]
    guard offered.contains("long-polling") else {
      throw .invalidConnectionType(offered.joined(separator: ","))
    }
    if let reason = streaming.faults.refusal() { return Self.handshakeRefusal(of: message, reason) }
    guard streaming.clients.count < streaming.clientLimit else {
      return Self.handshakeRefusal(of: message, StreamingError.clientLimit.text)
    }
    let clientID = String(sessions.randomText(40).lowercased().filter { $0.isLetter || $0.isNumber }.prefix(28))
    streaming.clients[clientID] = StreamingClient(
      user: caller.user, browser: browser, expires: caller.now.adding(seconds: Streaming.secondsAfterSilence))
    return Self.reply(
      to: message,
      [
        "ext": ["replay": true, "payload.format": true], "minimumVersion": "1.0", "clientId": .string(clientID),
        "supportedConnectionTypes": ["long-polling"], "version": "1.0", "successful": true,
      ])
  }

  /// Forgets a client; a connect of it that is held is answered.
  mutating func disconnect(_ message: JSON, from caller: StreamingCaller) throws(StreamingError) -> JSON {
    let clientID = try clientID(of: message, from: caller)
    streaming.clients[clientID] = nil
    return Self.reply(to: message, ["clientId": .string(clientID), "successful": true])
  }
}
