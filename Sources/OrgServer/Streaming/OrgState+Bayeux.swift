import OrgModel

extension OrgState {
  /// A request to `/cometd/{version}`: an array of Bayeux messages, or one alone.
  mutating func streamingOutcome(of request: HTTPCall, at now: Timestamp) -> Outcome {
    let segments = request.segments
    guard segments.count >= 2 else {
      return .answer(Self.badStreamingRequest("API version in the URI is mandatory. URI format: '/cometd/67.0'"))
    }
    guard let version = Double(segments[1]), (23...67).contains(version) else {
      return .answer(
        Self.badStreamingRequest(
          "Unsupported API version. Only API versions '23.0' and above are supported. URI format: '/cometd/67.0'"))
    }
    guard request.method == "POST" else { return .answer(Self.notAllowed(request.method, ["POST"])) }
    guard let body = try? JSON(utf8: request.body), let messages = body.array ?? body.members.map({ _ in [body] }),
      !messages.isEmpty
    else { return .answer(Self.badStreamingRequest("The request is not a Bayeux message")) }

    let token = request.bearerToken ?? ""
    guard let session = sessions.session(token, at: now), org.isActive(session.user) else {
      let reason = request.bearerToken == nil ? "401::Request requires authentication" : "401::Authentication invalid"
      return .answer(HTTPAnswer(200, .array(messages.map { Self.unauthenticated($0, reason) })))
    }
    sessions.extend(token, at: now)
    streaming.forgetExpired(at: now)
    return outcome(of: messages, from: session, at: now)
  }

  private mutating func outcome(of messages: [JSON], from session: Session, at now: Timestamp) -> Outcome {
    var replies: [JSON] = []
    var isNewClient = false
    for message in messages {
      switch message["channel"]?.string {
      case "/meta/handshake":
        replies.append(handshake(message, by: session.user, at: now))
        isNewClient = true
      case "/meta/connect":
        switch connect(message, from: session, isAlone: messages.count == 1, at: now) {
        case .answer(let more): replies += more
        case .hold(let hold): return .hold(hold)
        }
      case "/meta/subscribe":
        replies.append(subscribe(message, by: session.user))
      case "/meta/unsubscribe":
        replies.append(unsubscribe(message, by: session.user))
      case "/meta/disconnect":
        replies.append(disconnect(message, by: session.user))
      case let channel:
        replies.append(Self.refusal(of: message, "403::Publishing is not allowed {\(channel ?? "")}"))
      }
    }
    var answer = HTTPAnswer(200, .array(replies))
    if isNewClient {
      answer.headers.append(("Set-Cookie", "BAYEUX_BROWSER=\(sessions.randomText(24)); Path=/cometd/; HttpOnly"))
    }
    return .answer(answer)
  }

  // MARK: Meta channels

  private mutating func handshake(_ message: JSON, by user: RecordID, at now: Timestamp) -> JSON {
    let offered = message["supportedConnectionTypes"]?.array?.compactMap(\.string) ?? ["long-polling"]
    guard offered.contains("long-polling") else {
      return Self.refusal(of: message, "400::Invalid connection type {\(offered.joined(separator: ","))}")
    }
    let clientID = sessions.randomText(28).filter { $0.isLetter || $0.isNumber }
    streaming.clients[clientID] = Streaming.Client(
      user: user, expires: now.adding(seconds: Streaming.secondsAfterSilence))
    return Self.reply(
      to: message,
      [
        "ext": ["replay": true, "payload.format": true], "minimumVersion": "1.0", "clientId": .string(clientID),
        "supportedConnectionTypes": ["long-polling"], "version": "1.0", "successful": true,
      ])
  }

  private enum Connect {
    case answer([JSON])
    case hold(Streaming.Hold)
  }

  /// The answer to a connect, or that it waits: it does if there is nothing to tell, unless the client asks not to.
  private mutating func connect(
    _ message: JSON, from session: Session, isAlone: Bool, at now: Timestamp
  ) -> Connect {
    guard let clientID = knownClient(message, user: session.user) else { return .answer([Self.unknownClient(message)]) }
    if let type = message["connectionType"]?.string, type != "long-polling" {
      return .answer([Self.refusal(of: message, "400::Invalid connection type {\(type)}")])
    }
    let asked = message["advice"]?["timeout"]?.integer ?? streaming.holdMilliseconds
    let hold = min(max(asked, 0), streaming.holdMilliseconds)
    let isFirst = streaming.clients[clientID]?.hasConnected == false
    streaming.clients[clientID]?.hasConnected = true
    guard hold > 0, isAlone, !isFirst, !hasMessages(for: clientID) else {
      return .answer(connectReplies(to: message["id"], of: clientID, at: now))
    }
    // The client stays known while its connect is held, and for the time it may take to come back.
    streaming.clients[clientID]?.expires = now.adding(seconds: hold / 1000 + Streaming.secondsAfterSilence)
    return .hold(Streaming.Hold(clientID: clientID, token: session.token, messageID: message["id"], milliseconds: hold))
  }

  /// The answer to a connect that was held, once there is something to tell or the time is up.
  mutating func finish(_ hold: Streaming.Hold, at now: Timestamp) -> HTTPAnswer {
    let message = JSON.object(
      [.init(key: "channel", value: "/meta/connect"), .init(key: "clientId", value: .string(hold.clientID))]
        + (hold.messageID.map { [.init(key: "id", value: $0)] } ?? []))
    guard isAuthenticated(hold, at: now) else {
      return HTTPAnswer(200, [Self.unauthenticated(message, "401::Authentication invalid")])
    }
    guard streaming.clients[hold.clientID] != nil else { return HTTPAnswer(200, [Self.unknownClient(message)]) }
    return HTTPAnswer(200, .array(connectReplies(to: hold.messageID, of: hold.clientID, at: now)))
  }

  private mutating func connectReplies(to messageID: JSON?, of clientID: String, at now: Timestamp) -> [JSON] {
    let messages = takeMessages(for: clientID)
    streaming.clients[clientID]?.expires = now.adding(
      seconds: messages.isEmpty ? Streaming.secondsAfterSilence : Streaming.secondsAfterEvents)
    let reply = Self.reply(
      channel: "/meta/connect", id: messageID,
      [
        "clientId": .string(clientID),
        "advice": ["interval": 0, "timeout": .integer(streaming.holdMilliseconds), "reconnect": "retry"],
        "successful": true,
      ])
    return messages + [reply]
  }

  private mutating func unsubscribe(_ message: JSON, by user: RecordID) -> JSON {
    guard let clientID = knownClient(message, user: user) else { return Self.unknownClient(message) }
    for channel in Self.channels(of: message) { streaming.clients[clientID]?.positions[channel] = nil }
    return Self.reply(
      to: message,
      ["clientId": .string(clientID), "subscription": message["subscription"] ?? .null, "successful": true])
  }

  private mutating func disconnect(_ message: JSON, by user: RecordID) -> JSON {
    guard let clientID = knownClient(message, user: user) else { return Self.unknownClient(message) }
    streaming.clients[clientID] = nil
    return Self.reply(to: message, ["clientId": .string(clientID), "successful": true])
  }

  func knownClient(_ message: JSON, user: RecordID) -> String? {
    guard let clientID = message["clientId"]?.string, streaming.clients[clientID]?.user == user else { return nil }
    return clientID
  }

  static func channels(of message: JSON) -> [String] {
    message["subscription"]?.array?.compactMap(\.string) ?? message["subscription"]?.string.map { [$0] } ?? []
  }
}
