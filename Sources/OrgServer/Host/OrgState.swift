import OrgModel

/// All that the server holds, as a value: the org, and what belongs to talking with it over HTTP. It does no I/O, so that
/// a request is a function call.
struct OrgState: Sendable {
  var org: Org
  var sessions: SessionBook
  var cursors = QueryCursors()
  var streaming = Streaming()
  var journal = RequestJournal()
  /// Where clients find the server: `http://127.0.0.1:8420`, no trailing slash.
  var address: String
  /// How many API requests were made; Salesforce counts over 24 hours.
  var requestCount = 0
  let dailyRequestLimit = 105_000

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

  /// Answers a request, whatever it is.
  mutating func outcome(of request: HTTPCall, at now: Timestamp) -> Outcome {
    let segments = request.segments
    switch segments.first?.lowercased() {
    case nil, "web":
      return .answer(WebFile.answer(request))
    case "cometd":
      return streamingOutcome(of: request, at: now)
    case "simulator":
      return .answer(HTTPAnswer(APIError(.notFound, "The requested resource does not exist")))
    case "id" where segments.count == 3:
      return .answer(
        authenticated(request, at: now) { $0.identity(organization: segments[1], user: segments[2], by: $1) })
    case "services" where segments.count >= 2:
      return .answer(service(segments.dropFirst(), request, at: now))
    default:
      return .answer(HTTPAnswer(APIError(.notFound, "The requested resource does not exist")))
    }
  }

  private mutating func service(_ segments: ArraySlice<String>, _ request: HTTPCall, at now: Timestamp) -> HTTPAnswer {
    let rest = segments.dropFirst()
    switch (segments.first?.lowercased(), rest.first?.lowercased()) {
    case ("oauth2", "token"):
      return request.method == "POST" ? token(request, at: now) : Self.notAllowed(request.method, ["POST"])
    case ("oauth2", "revoke"):
      return revoke(request)
    case ("oauth2", "userinfo"):
      return authenticated(request, at: now) { $0.userInfo(of: $1) }
    case ("data", nil):
      return request.method == "GET" ? REST.versionList() : Self.notAllowed(request.method, ["GET"])
    case ("data", let version?):
      return resource(rest.dropFirst(), ofVersion: version, request, at: now)
    default:
      return HTTPAnswer(APIError(.notFound, "The requested resource does not exist"))
    }
  }

  /// A resource of the REST API.
  private mutating func resource(
    _ segments: ArraySlice<String>, ofVersion version: String, _ request: HTTPCall, at now: Timestamp
  ) -> HTTPAnswer {
    guard REST.versions.contains(where: { "v\($0.version)" == version }) else {
      return HTTPAnswer(APIError(.notFound, "The requested resource does not exist"))
    }
    return authenticated(request, at: now) { state, user in
      state.requestCount += 1
      let matches = RESTRoute.all.compactMap { route in route.match(segments).map { (route, $0) } }
      let method = request.method == "HEAD" ? "GET" : request.method
      guard let (route, arguments) = matches.first(where: { $0.0.method == method }) else {
        guard !matches.isEmpty else { return HTTPAnswer(APIError(.notFound, "The requested resource does not exist")) }
        return Self.notAllowed(request.method, matches.map(\.0.method))
      }
      let call = RESTCall(request: request, user: user, version: version, arguments: arguments, now: now)
      do throws(APIError) {
        try state.org.checkAPI(for: user)
        return try route.handler(&state, call)
      } catch {
        return HTTPAnswer(error)
      }
    }
  }

  private mutating func authenticated(
    _ request: HTTPCall, at now: Timestamp, _ body: (inout OrgState, RecordID) -> HTTPAnswer
  ) -> HTTPAnswer {
    guard let token = request.bearerToken, let session = sessions.session(token, at: now), org.isActive(session.user)
    else { return HTTPAnswer(APIError(.invalidSessionID, "Session expired or invalid")) }
    return body(&self, session.user)
  }

  static func notAllowed(_ method: String, _ allowed: [String]) -> HTTPAnswer {
    let list = Set(allowed).sorted().joined(separator: ",")
    var answer = HTTPAnswer(
      APIError(.methodNotAllowed, "HTTP Method '\(method)' not allowed. Allowed are \(list)"))
    answer.headers.append(("Allow", list))
    return answer
  }
}
