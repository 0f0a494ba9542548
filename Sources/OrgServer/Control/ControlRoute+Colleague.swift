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
    try body.allowing(["action", "steps", "seconds"])
    switch try body.text("action") {
    case "step":
      let steps = try body.whole("steps", 1...1000) ?? 1
      let changed = (0..<steps).compactMap { _ in host.stepColleague() }
      return HTTPAnswer(200, ["changed": .array(changed.map { .string($0.text) })])
    case "start":
      let seconds = try body.whole("seconds", 1...86_400) ?? 10
      host.startColleague(every: .seconds(seconds))
      return HTTPAnswer(200, ["running": true, "seconds": .integer(seconds)])
    case "stop":
      host.stopColleague()
      return HTTPAnswer(200, ["running": false])
    default:
      throw JSON.mistake("action must be step, start or stop")
    }
  }
}
