extension ControlRoute {
  static let sessionRoutes = [
    ControlRoute("POST", "sessions/expire") { host, _ in
      host.expireAccessTokens()
      return HTTPAnswer(204)
    }
  ]
}
