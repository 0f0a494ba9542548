import OrgModel

extension OrgState {
  /// A resource of the REST API, asked for by a client. The answer says how many requests the org has used (REST API
  /// Developer Guide, "Limit Info Header").
  mutating func resource(
    _ segments: ArraySlice<String>, ofVersion version: String, _ request: HTTPCall, at now: Timestamp
  ) -> HTTPAnswer {
    guard REST.isServed(version) else { return HTTPAnswer(REST.refusal(ofVersion: version)) }
    return authenticated(request, at: now) { state, user in
      var answer =
        state.takesRequest(at: now)
        ? state.resource(segments, for: request, by: user, ofVersion: version, at: now)
        : HTTPAnswer(REST.requestLimitExceeded)
      let usage = "api-usage=\(state.rest.usage.total(at: now))/\(state.dailyRequestLimit)"
      answer.headers.append(("Sforce-Limit-Info", usage))
      return answer
    }
  }

  /// Counts an API request, unless the org has had as many as it may.
  mutating func takesRequest(at now: Timestamp) -> Bool {
    guard rest.usage.total(at: now) < dailyRequestLimit else { return false }
    rest.usage.add(1, at: now)
    return true
  }

  /// A resource for `user`, who is known: of a request, or of one of the requests within one.
  mutating func resource(
    _ segments: ArraySlice<String>, for request: HTTPCall, by user: RecordID, ofVersion version: String,
    at now: Timestamp
  ) -> HTTPAnswer {
    let (path, format) = REST.format(of: segments)
    guard request.acceptsJSON, format == .json else {
      return HTTPAnswer(APIError(.notAcceptable, "This org answers in JSON only"))
    }
    let method = REST.method(of: request)
    switch RESTRoute.all.match(method == "HEAD" ? "GET" : method, path) {
    case .none: return HTTPAnswer(.noResource)
    case .otherMethods(let methods): return Self.notAllowed(method, methods)
    case .route(let route, let arguments):
      let call = RESTCall(request: request, user: user, version: version, arguments: arguments, now: now)
      do throws(APIError) {
        try org.checkAPI(for: user)
        return try route.handler(&self, call)
      } catch {
        return HTTPAnswer(error)
      }
    }
  }
}

extension REST {
  static let requestLimitExceeded = APIError(.requestLimitExceeded, "TotalRequests Limit exceeded.")

  static func isServed(_ version: String) -> Bool { versions.contains { "v\($0.version)" == version } }

  /// Source: REST API Developer Guide, "API End-of-Life": versions 7.0 to 30.0 are retired.
  static func refusal(ofVersion version: String) -> APIError {
    guard version.first == "v", let number = Double(version.dropFirst()), (7...30).contains(number) else {
      return .noResource
    }
    return APIError(.gone, "The API version \(version.dropFirst()) is retired")
  }

  /// What a client wants to be answered in.
  enum Format {
    case json
    case xml
  }

  /// The path without the format that its end may name: `sobjects/Task/describe.json` (REST API Developer Guide, "Using
  /// Headers and Formats"). The last part of a longer path is a value that may hold anything.
  static func format(of segments: ArraySlice<String>) -> (path: ArraySlice<String>, format: Format) {
    guard segments.count <= 3, let last = segments.last, let dot = last.lastIndex(of: ".") else {
      return (segments, .json)
    }
    let name = String(last[..<dot])
    switch last[dot...] {
    case ".json": return (segments.dropLast() + [name], .json)
    case ".xml": return (segments.dropLast() + [name], .xml)
    default: return (segments, .json)
    }
  }

  /// The method, which a client that cannot send any other than POST gives in the query (REST API Developer Guide,
  /// "Update a Record").
  static func method(of request: HTTPCall) -> String {
    guard request.method == "POST" else { return request.method }
    return request.parameter("_HttpMethod")?.uppercased() ?? request.method
  }
}
