import OrgModel

/// One of the simulator's own endpoints under `/simulator/`, which Salesforce does not have. They need no login; the
/// server listens on loopback only.
struct ControlRoute: Sendable {
  typealias Handler = @Sendable (isolated OrgHost, ControlCall) throws(APIError) -> HTTPAnswer

  let method: String
  private let pattern: PathPattern
  let handler: Handler

  init(_ method: String, _ path: String, _ handler: @escaping Handler) {
    self.method = method
    pattern = PathPattern(path)
    self.handler = handler
  }

  func match(_ segments: ArraySlice<String>) -> [String]? { pattern.match(segments) }
}

extension ControlRoute {
  /// All of them, by what they steer.
  static let all: [ControlRoute] =
    orgRoutes + requestRoutes + sessionRoutes + colleagueRoutes
    + settingRoutes + userRoutes + validationRuleRoutes + recordRoutes
}
