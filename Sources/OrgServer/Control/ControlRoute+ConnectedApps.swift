import OrgModel

extension ControlRoute {
  static let connectedAppRoutes = [
    ControlRoute(
      "GET", "connected-apps", "the connected apps, without which a client may still log in unless restricted"
    ) { host, _ in
      let apps = host.state.authorizationServer.apps
      return HTTPAnswer(200, ["restricted": .bool(apps.isRestricted), "apps": .array(apps.all.map(\.json))])
    },
    ControlRoute(
      "POST", "connected-apps",
      "adds or replaces an app: {\"clientId\": \"mine\", \"callbackUrls\": [\"http://localhost:1717/OauthRedirect\"]}"
    ) { host, call throws(APIError) in
      let app = try ConnectedApp(try call.body())
      host.change { $0.authorizationServer.apps.register(app) }
      return HTTPAnswer(201, app.json)
    },
    ControlRoute("DELETE", "connected-apps/{clientId}", "removes an app") { host, call throws(APIError) in
      guard host.change({ $0.authorizationServer.apps.remove(call.arguments.first ?? "") }) else {
        throw APIError(.notFound, "There is no such connected app")
      }
      return HTTPAnswer(204)
    },
    ControlRoute("PUT", "connected-apps/restriction", "whether only these apps may log in: {\"restricted\": true}") {
      host, call throws(APIError) in
      let body = try call.body().allowing(["restricted"])
      let isRestricted = try body.required("restricted", try body.flag("restricted"))
      host.change { $0.authorizationServer.apps.isRestricted = isRestricted }
      return HTTPAnswer(204)
    },
  ]
}
