import OrgModel

extension ControlRoute {
  static let colleagueRoutes = [
    ControlRoute(
      "POST", "colleague",
      "{\"action\": \"step\", \"steps\": 3}, {\"action\": \"start\", \"seconds\": 10} or {\"action\": \"stop\"}"
    ) { host, call throws(APIError) in try steer(host, try call.body()) }
  ]

  /// `{"action": "step", "steps": 3}`, `{"action": "start", "seconds": 10}` or `{"action": "stop"}`.
  private static func steer(_ host: isolated OrgHost, _ body: JSON) throws(APIError) -> HTTPAnswer {
    switch body["action"]?.string {
    case "step":
      let steps = min(max(body["steps"]?.integer ?? 1, 1), 1000)
      let changed = (0..<steps).compactMap { _ in host.stepColleague() }
      return HTTPAnswer(200, ["changed": .array(changed.map { .string($0.text) })])
    case "start":
      let seconds = min(max(body["seconds"]?.integer ?? 10, 1), 86_400)
      host.startColleague(every: .seconds(seconds))
      return HTTPAnswer(200, ["running": true, "seconds": .integer(seconds)])
    case "stop":
      host.stopColleague()
      return HTTPAnswer(200, ["running": false])
    default:
      throw APIError(.jsonParserError, "action must be step, start or stop")
    }
  }
}
