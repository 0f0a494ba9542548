import OrgModel

/// The endpoints under `/simulator/`, which Salesforce does not have. They need no login; the server listens on loopback
/// only.
extension OrgHost {
  func control(_ request: HTTPCall) -> HTTPAnswer {
    switch (request.method, request.segments.dropFirst().joined(separator: "/")) {
    case ("POST", "reset"):
      reset()
      return HTTPAnswer(200, ["reset": true])
    case ("GET", "requests"):
      return HTTPAnswer(200, state.journal.json)
    case ("DELETE", "requests"):
      state.journal = RequestJournal()
      return HTTPAnswer(204)
    case ("POST", "sessions/expire"):
      expireAccessTokens()
      return HTTPAnswer(204)
    case ("POST", "colleague"):
      return controlColleague(request)
    default:
      return HTTPAnswer(APIError(.notFound, "There is no such control; see docs/org-simulator.md"))
    }
  }

  /// `{"action": "step", "steps": 3}`, `{"action": "start", "seconds": 10}` or `{"action": "stop"}`.
  private func controlColleague(_ request: HTTPCall) -> HTTPAnswer {
    let body = try? JSON(utf8: request.body)
    switch body?["action"]?.string {
    case "step":
      let steps = min(max(body?["steps"]?.integer ?? 1, 1), 1000)
      let changed = (0..<steps).compactMap { _ in stepColleague() }
      return HTTPAnswer(200, ["changed": .array(changed.map { .string($0.text) })])
    case "start":
      let seconds = min(max(body?["seconds"]?.integer ?? 10, 1), 86_400)
      startColleague(every: .seconds(seconds))
      return HTTPAnswer(200, ["running": true, "seconds": .integer(seconds)])
    case "stop":
      stopColleague()
      return HTTPAnswer(200, ["running": false])
    default:
      return HTTPAnswer(400, [["message": "action must be step, start or stop", "errorCode": "JSON_PARSER_ERROR"]])
    }
  }
}
