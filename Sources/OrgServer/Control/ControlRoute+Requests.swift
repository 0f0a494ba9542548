extension ControlRoute {
  static let requestRoutes = [
    ControlRoute("GET", "requests") { host, _ in HTTPAnswer(200, host.state.journal.json) },
    ControlRoute("DELETE", "requests") { host, _ in
      host.state.journal = RequestJournal()
      return HTTPAnswer(204)
    },
  ]
}
