import OrgModel

extension OrgHost {
  /// Answers a request to `/simulator/…`.
  func control(_ request: HTTPCall) -> HTTPAnswer {
    switch ControlRoute.all.match(request.method, request.segments.dropFirst()) {
    case .none:
      return HTTPAnswer(APIError(.notFound, "There is no such control; see docs/org-simulator.md"))
    case .otherMethods(let methods):
      return OrgState.notAllowed(request.method, methods)
    case .route(let route, let arguments):
      do throws(APIError) {
        return try route.handler(self, ControlCall(request: request, arguments: arguments))
      } catch {
        return HTTPAnswer(error)
      }
    }
  }
}
