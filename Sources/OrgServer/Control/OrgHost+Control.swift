import OrgModel

extension OrgHost {
  /// Answers a request to `/simulator/…`.
  func control(_ request: HTTPCall) -> HTTPAnswer {
    let matches = ControlRoute.all.compactMap { route in route.match(request.segments.dropFirst()).map { (route, $0) } }
    guard let (route, arguments) = matches.first(where: { $0.0.method == request.method }) else {
      guard matches.isEmpty else { return OrgState.notAllowed(request.method, matches.map(\.0.method)) }
      return HTTPAnswer(APIError(.notFound, "There is no such control; see docs/org-simulator.md"))
    }
    do throws(APIError) {
      return try route.handler(self, ControlCall(request: request, arguments: arguments))
    } catch {
      return HTTPAnswer(error)
    }
  }
}
