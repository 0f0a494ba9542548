import OrgModel

/// All that the server holds, as a value: the org, and what belongs to talking with it over HTTP. It does no I/O, so that
/// a request is a function call.
struct OrgState: Sendable {
  var org: Org
  var sessions: SessionBook
  var authorizationServer = AuthorizationServer()
  var cursors = QueryCursors()
  var streaming = Streaming()
  var journal = RequestJournal()
  var faults = FaultBook()
  /// Where clients find the server: `http://127.0.0.1:8420`, no trailing slash.
  var address: String
  var rest = RESTState()
  /// How many API requests the org may get in 24 hours (Enterprise Edition: 100,000 and 1,000 for each of five users).
  var dailyRequestLimit = 105_000

  /// The secrets of all logins, where they are remembered.
  var secrets: Set<String>?

  /// What comes of a request.
  enum Outcome {
    case answer(HTTPAnswer)
    /// The answer waits for something to tell the client.
    case hold(Streaming.Hold)
  }

  init(org: Org, accessTokenLifetime: Int, tokenSeed: UInt64, address: String) {
    self.org = org
    sessions = SessionBook(lifetime: accessTokenLifetime, seed: tokenSeed)
    self.address = address
  }

  /// The state of a server with these settings before the first request.
  init(org: Org, _ configuration: OrgServer.Configuration, address: String) {
    self.init(
      org: org, accessTokenLifetime: configuration.accessTokenLifetime, tokenSeed: configuration.tokenSeed,
      address: address)
    streaming.holdMilliseconds = configuration.connectHoldMilliseconds
    secrets = configuration.remembersSecrets ? [] : nil
  }

  /// Answers a request, whatever it is.
  mutating func outcome(of request: HTTPCall, at now: Timestamp) -> Outcome {
    let segments = request.segments
    switch segments.first?.lowercased() {
    case nil, "web":
      return .answer(WebFile.answer(request))
    case "cometd":
      return streamingOutcome(of: request, at: now)
    case "simulator":
      return .answer(HTTPAnswer(.noResource))
    case "id" where segments.count == 3:
      return .answer(
        identityAnswer { state throws(IdentityError) in
          try state.identity(organization: segments[1], user: segments[2], request, at: now)
        })
    case ".well-known" where segments.dropFirst() == ["openid-configuration"]:
      return .answer(openIDConfiguration())
    case "services" where segments.count >= 2:
      return .answer(service(segments.dropFirst(), request, at: now))
    default:
      return .answer(HTTPAnswer(.noResource))
    }
  }

  private mutating func service(_ segments: ArraySlice<String>, _ request: HTTPCall, at now: Timestamp) -> HTTPAnswer {
    let rest = segments.dropFirst()
    switch (segments.first?.lowercased(), rest.first?.lowercased()) {
    case ("oauth2", _): return oauth(rest, request, at: now)
    case ("soap", _): return soap(rest, request, at: now)
    case ("data", nil):
      return request.method == "GET" ? REST.versionList() : Self.notAllowed(request.method, ["GET"])
    case ("data", let version?):
      return resource(rest.dropFirst(), ofVersion: version, request, at: now)
    default:
      return HTTPAnswer(.noResource)
    }
  }

  mutating func authenticated(
    _ request: HTTPCall, at now: Timestamp, _ body: (inout OrgState, RecordID) -> HTTPAnswer
  ) -> HTTPAnswer {
    guard let token = request.bearerToken, let session = sessions.session(token, at: now), org.isActive(session.user)
    else { return HTTPAnswer(APIError(.invalidSessionID, "Session expired or invalid")) }
    sessions.extend(token, at: now)
    return body(&self, session.user)
  }

  /// The name of the user whose token the request bears.
  func username(of request: HTTPCall, at now: Timestamp) -> String? {
    request.bearerToken.flatMap { sessions.session($0, at: now) }
      .flatMap { org.find($0.user)?["Username"].text }
  }

  static func notAllowed(_ method: String, _ allowed: [String]) -> HTTPAnswer {
    let order = ["HEAD", "GET", "POST", "PUT", "PATCH", "DELETE"]
    let known = Set(allowed.contains("GET") ? allowed + ["HEAD"] : allowed)
    let list = order.filter(known.contains).joined(separator: ",")
    var answer = HTTPAnswer(
      APIError(.methodNotAllowed, "HTTP Method '\(method)' not allowed. Allowed are \(list)"))
    answer.headers.append(("Allow", list))
    return answer
  }
}
