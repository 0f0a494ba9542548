import OrgModel

/// One of the simulator's own endpoints under `/simulator/`, which Salesforce does not have. They need no login; the
/// server listens on loopback only.
struct ControlRoute: Route, Sendable {
  typealias Handler = @Sendable (isolated OrgHost, ControlCall) throws(APIError) -> HTTPAnswer

  let method: String
  /// With the names of its arguments in braces.
  let path: String
  /// What it does, and what it takes, in a line.
  let summary: String
  let pattern: PathPattern
  let handler: Handler

  init(_ method: String, _ path: String, _ summary: String, _ handler: @escaping Handler) {
    self.method = method
    self.path = "/simulator/\(path)"
    self.summary = summary
    pattern = PathPattern(path)
    self.handler = handler
  }
}

extension ControlRoute {
  /// All of them, by what they steer.
  static let all: [ControlRoute] =
    orgRoutes + requestRoutes + sessionRoutes + connectedAppRoutes + colleagueRoutes + streamingRoutes
    + clockRoutes + faultRoutes + settingRoutes + userRoutes + validationRuleRoutes + recordRoutes
}
