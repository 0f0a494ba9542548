import OrgModel

/// A request within a composite or batch request.
struct Subrequest {
  var method: String
  var url: String
  var body: JSON?
  var headers: [String: String] = [:]

  /// What a subrequest takes over from the request around it (REST API Developer Guide, "Composite Request Body").
  static let inheritedHeaders = ["accept", "authorization", "content-type"]

  /// The answer of the resource, which is the same that a request of its own would get.
  func answer(_ state: inout OrgState, within call: RESTCall, path: String) -> HTTPAnswer {
    let request = request(within: call, path: path)
    let segments = request.segments
    guard let version = segments.first, REST.isServed(version), !nestsRequests(segments.dropFirst()) else {
      return HTTPAnswer(.noResource)
    }
    return state.resource(segments.dropFirst(), for: request, by: call.user, ofVersion: version, at: call.now)
  }

  private func request(within call: RESTCall, path: String) -> HTTPCall {
    var headers = headers
    // The client is the same, so the name that it gives itself counts here too.
    for name in Self.inheritedHeaders + ["sforce-call-options"] where headers[name] == nil {
      headers[name] = call.request.headers[name]
    }
    return HTTPCall(method: method, target: path, headers: headers, body: body?.utf8 ?? [])
  }

  private func nestsRequests(_ segments: ArraySlice<String>) -> Bool {
    let names = segments.map { $0.lowercased() }
    return names == ["composite"] || names == ["composite", "batch"]
  }

  /// Whether it is a query or an sObject Collections request, of which a composite request may have five.
  var isQueryOrCollection: Bool {
    let path = url.split(separator: "?").first ?? ""
    let names = path.split(separator: "/").dropFirst(3).map { $0.lowercased() }
    return names.first?.hasPrefix("query") == true || names.prefix(2) == ["composite", "sobjects"]
  }

  /// The same, but if it is an sObject Collections request, one that does all or nothing.
  var allOrNone: Subrequest {
    guard isQueryOrCollection, method != "GET" else { return self }
    var request = self
    if let members = body?.members {
      request.body = .object(members.filter { $0.key != "allOrNone" } + [.init(key: "allOrNone", value: true)])
    } else if url.contains("?") {
      request.url = url.replacing("allOrNone=", with: "_=") + "&allOrNone=true"
    }
    return request
  }
}
