extension ControlRoute {
  static let orgRoutes = [
    ControlRoute("POST", "reset") { host, _ in
      host.reset()
      return HTTPAnswer(200, ["reset": true])
    }
  ]
}
