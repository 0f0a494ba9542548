import OrgModel

extension ControlRoute {
  static let requestRoutes = [
    ControlRoute("GET", "requests", "counts, and the last requests: ?since=N&method=&path=&user=&limit=") {
      host, call throws(APIError) in try requests(host, call.request)
    },
    ControlRoute("DELETE", "requests", "begins to count anew") { host, _ in
      host.state.journal = RequestJournal()
      return HTTPAnswer(204)
    },
  ]

  /// `since` is a number of a request, after which the log begins; `path` a pattern as of a fault.
  private static func requests(_ host: isolated OrgHost, _ request: HTTPCall) throws(APIError) -> HTTPAnswer {
    let since = try number("since", of: request) ?? 0
    let limit = try number("limit", of: request) ?? RequestJournal.kept
    let match = RequestMatch(
      methods: request.parameter("method").map { [$0.uppercased()] } ?? [],
      path: request.parameter("path").map { PathPattern($0) }, username: request.parameter("user"))
    return HTTPAnswer(
      200,
      host.state.journal.json(limit: limit) { entry in
        let asked = HTTPCall(method: entry.method, target: entry.path, headers: [:], body: [])
        return entry.number > since && match.names(in: asked, by: entry.username) != nil
      })
  }

  private static func number(_ name: String, of request: HTTPCall) throws(APIError) -> Int? {
    guard let text = request.parameter(name) else { return nil }
    guard let number = Int(text), number >= 0 else { throw JSON.mistake("\(name) must be a whole number") }
    return number
  }
}
