extension ControlRoute {
  static let sessionRoutes = [
    ControlRoute("POST", "sessions/expire", "ends all access tokens; refresh tokens stay") { host, _ in
      host.expireAccessTokens()
      return HTTPAnswer(204)
    }
  ]
}
