import OrgModel

extension ControlRoute {
  static let sessionRoutes = [
    ControlRoute("GET", "sessions", "who is logged in") { host, _ in
      let now = Timestamp(host.now())
      return HTTPAnswer(200, ["sessions": .array(host.state.openSessions(at: now))])
    },
    ControlRoute(
      "POST", "sessions/expire",
      "ends access tokens, all or those of {\"user\": \"rep@demo.example\"}; refresh tokens stay"
    ) { host, call throws(APIError) in
      let user = try member(in: try call.body(), of: host)
      host.change { $0.sessions.expireSessions(of: user) }
      return HTTPAnswer(204)
    },
    ControlRoute(
      "POST", "sessions/revoke", "ends refresh tokens and with them the access tokens, all or those of a user"
    ) { host, call throws(APIError) in
      let user = try member(in: try call.body(), of: host)
      host.change { $0.sessions.revokeGrants(of: user) }
      return HTTPAnswer(204)
    },
    ControlRoute("POST", "sessions/lifetime", "how long an access token lives: {\"seconds\": 60}") {
      host, call throws(APIError) in
      let body = try call.body().allowing(["seconds"])
      let seconds = try body.required("seconds", try body.whole("seconds", 1...86_400))
      host.change { $0.sessions.lifetime = seconds }
      return HTTPAnswer(204)
    },
  ]

  /// The user whom the body names; `nil` where it names nobody.
  private static func member(in body: JSON, of host: isolated OrgHost) throws(APIError) -> RecordID? {
    guard let name = try body.allowing(["user"]).text("user") else { return nil }
    guard let member = host.state.org.member(named: name) else {
      throw APIError(.notFound, "There is no user \(name)")
    }
    return member.id
  }
}

extension OrgState {
  /// Who is logged in, in the order of the logins, without the tokens.
  fileprivate func openSessions(at now: Timestamp) -> [JSON] {
    sessions.sessions.values.filter { $0.expires > now }
      .sorted { ($0.grant.number, $0.issued) < ($1.grant.number, $1.issued) }
      .map { session in
        let grant = session.grant
        return [
          "login": .integer(grant.number), "user": .string(org.members[grant.user]?.username ?? grant.user.text),
          "clientId": grant.client.map { .string($0) } ?? .null, "scopes": .array(grant.scopes.map { .string($0) }),
          "issued": .string(session.issued.description), "expires": .string(session.expires.description),
          "isRenewable": .bool(sessions.isRenewable(grant, at: now)),
        ]
      }
  }
}
