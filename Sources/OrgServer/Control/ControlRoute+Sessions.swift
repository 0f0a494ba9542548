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
      let user = try member(named: try call.body()["user"], in: host)
      host.change { $0.sessions.expireSessions(of: user) }
      return HTTPAnswer(204)
    },
    ControlRoute(
      "POST", "sessions/revoke", "ends refresh tokens and with them the access tokens, all or those of a user"
    ) { host, call throws(APIError) in
      let user = try member(named: try call.body()["user"], in: host)
      host.change { $0.sessions.revokeGrants(of: user) }
      return HTTPAnswer(204)
    },
    ControlRoute("POST", "sessions/lifetime", "how long an access token lives: {\"seconds\": 60}") {
      host, call throws(APIError) in
      guard let seconds = try call.body()["seconds"]?.integer, (1...86_400).contains(seconds) else {
        throw APIError(.jsonParserError, "seconds must be 1 to 86400")
      }
      host.change { $0.sessions.lifetime = seconds }
      return HTTPAnswer(204)
    },
    ControlRoute(
      "POST", "sessions/login-outcome",
      "the next logins fail: {\"description\": \"inactive organization\", \"times\": 2}"
    ) { host, call throws(APIError) in
      let failures = try orderedFailures(try call.body())
      host.change { $0.authorizationServer.failures = failures }
      return HTTPAnswer(204)
    },
  ]

  /// `{"error": "invalid_grant", "description": "inactive organization", "times": 2}`; no times: none any more.
  private static func orderedFailures(_ body: JSON) throws(APIError) -> [OAuthError] {
    let times = body["times"]?.integer ?? 1
    guard (0...1000).contains(times) else { throw APIError(.jsonParserError, "times must be 0 to 1000") }
    if times == 0 { return [] }
    guard let description = body["description"]?.string else {
      throw APIError(.jsonParserError, "description must be a text, such as inactive organization")
    }
    let failure = OAuthError(body["error"]?.string ?? "invalid_grant", description)
    return Array(repeating: failure, count: times)
  }

  /// The user with this name; `nil` where no name is given.
  private static func member(named name: JSON?, in host: isolated OrgHost) throws(APIError) -> RecordID? {
    guard let name else { return nil }
    guard let member = host.state.org.member(named: name.string ?? "") else {
      throw APIError(.notFound, "The org has no such user")
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
