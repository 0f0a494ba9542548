import OrgModel

extension ControlRoute {
  static let settingRoutes = [
    ControlRoute("GET", "settings") { host, _ in HTTPAnswer(200, OrgSetting.json(of: host.state.org)) },
    ControlRoute("PATCH", "settings") { host, call throws(APIError) in
      let (body, now) = (try call.body(), host.now())
      try host.changeOrg { org throws(APIError) in try OrgSetting.change(&org, by: body, at: now) }
      return HTTPAnswer(200, OrgSetting.json(of: host.state.org))
    },
  ]
}
