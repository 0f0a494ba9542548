import OrgModel

extension OrgState {
  /// The most bytes of a request (Streaming API Developer Guide, "How the Client Connects").
  private static let maximumStreamingBody = 32_768

  /// A request to `/cometd/{version}`: an array of Bayeux messages, or one alone.
  mutating func streamingOutcome(of request: HTTPCall, at now: Timestamp) -> Outcome {
    let segments = request.segments
    guard segments.count >= 2 else {
      return .answer(
        Self.badStreamingRequest(
          StreamingError(400, "API version in the URI is mandatory. URI format: '/cometd/67.0'")))
    }
    guard let version = Double(segments[1]), (37...67).contains(version) else {
      return .answer(
        Self.badStreamingRequest(
          StreamingError(
            400,
            "Unsupported API version. Only API versions '37.0' and later are supported. URI format: '/cometd/67.0'")))
    }
    guard request.method == "POST" else { return .answer(Self.notAllowed(request.method, ["POST"])) }
    guard request.body.count <= Self.maximumStreamingBody else { return .answer(Self.badStreamingRequest(.tooLarge)) }
    guard let body = try? JSON(utf8: request.body), let messages = body.array ?? body.members.map({ _ in [body] }),
      !messages.isEmpty
    else { return .answer(Self.badStreamingRequest(StreamingError(400, "The request is not a Bayeux message"))) }

    let token = request.bearerToken ?? ""
    guard let session = sessions.session(token, at: now), org.isActive(session.user) else {
      let error: StreamingError = request.bearerToken == nil ? .authenticationMissing : .authenticationInvalid
      return .answer(HTTPAnswer(200, .array(messages.map { Self.unauthenticated($0, error) })))
    }
    sessions.extend(token, at: now)
    streaming.forgetExpired(at: now)
    return outcome(of: messages, from: StreamingCaller(request, session: session, at: now))
  }

  private mutating func outcome(of messages: [JSON], from caller: StreamingCaller) -> Outcome {
    var replies: [JSON] = []
    var newBrowser: String?
    for message in messages {
      do throws(StreamingError) {
        switch message["channel"]?.string {
        case "/meta/handshake":
          let browser = caller.browser ?? sessions.randomText(24)
          if caller.browser == nil { newBrowser = browser }
          replies.append(try handshake(message, browser: browser, from: caller))
        case "/meta/connect":
          switch try connect(message, from: caller, isAlone: messages.count == 1) {
          case .answer(let more): replies += more
          case .hold(let hold): return .hold(hold)
          }
        case "/meta/subscribe": replies.append(try subscribe(message, from: caller))
        case "/meta/unsubscribe": replies.append(try unsubscribe(message, from: caller))
        case "/meta/disconnect": replies.append(try disconnect(message, from: caller))
        case let channel: throw Self.publishError(channel)
        }
      } catch {
        replies.append(Self.refusal(of: message, error))
      }
    }
    var answer = HTTPAnswer(200, .array(replies))
    if let newBrowser {
      answer.headers.append(("Set-Cookie", "\(StreamingCaller.cookieName)=\(newBrowser); Path=/cometd/; HttpOnly"))
    }
    return .answer(answer)
  }

  /// Clients publish nothing in Salesforce; CometD's own sentence says so.
  private static func publishError(_ channel: String?) -> StreamingError {
    guard let channel, !channel.isEmpty else { return .noChannelName }
    return channel.hasPrefix("/meta/")
      ? StreamingError(404, "Unknown channel")
      : StreamingError(403, "denied_by_security_policy:publish_denied")
  }

  /// The client that a message is from.
  func clientID(of message: JSON, from caller: StreamingCaller) throws(StreamingError) -> String {
    guard let clientID = message["clientId"]?.string else { throw .noHandshake }
    guard let client = streaming.clients[clientID] else { throw .unknownClient }
    guard client.user == caller.user else { throw .otherUser }
    if streaming.requiresCookie {
      guard let browser = caller.browser else { throw .noCookie(of: clientID) }
      guard browser == client.browser else { throw .unknownClient }
    }
    return clientID
  }
}
