import OrgModel

extension OrgState {
  /// `/services/oauth2/token`: exchanges what a client has for an access token.
  mutating func token(_ request: HTTPCall, at now: Timestamp) throws(OAuthError) -> HTTPAnswer {
    let call = TokenCall(request, at: now)
    for name in ["code", "code_verifier", "refresh_token", "assertion", "client_secret"] {
      call.form[name].map { _ = secrets?.insert($0) }
    }
    guard let grant = TokenGrant.all.first(where: { $0.name == call.form["grant_type"] }) else {
      throw .unsupportedGrantType
    }
    let tokens = try grant.redeem(&self, call)
    secrets?.formUnion([tokens.session.token, tokens.refreshToken].compactMap(\.self))
    return OAuthFormat(of: request)
      .answer(
        200,
        tokens.fields(
          identityURL: identityURL(of: tokens.session.user), instanceURL: address, omitting: grant.omitted))
  }

  /// The client of a request. A secret that is there must be right; whether one has to be there depends on the flow.
  func client(
    _ credentials: ClientCredentials, needsSecret: (ConnectedApp) -> Bool
  ) throws(OAuthError) -> ConnectedApp {
    guard let app = authorizationServer.apps.app(credentials.id) else { throw .invalidClientID }
    guard let secret = app.clientSecret else { return app }
    if let given = credentials.secret {
      guard given == secret else { throw .invalidClient }
    } else if needsSecret(app) {
      throw .invalidClient
    }
    return app
  }

  /// Whether a user may log in to a client now.
  func checkAccess(of member: Member, to app: ConnectedApp) throws(OAuthError) {
    guard org.isActive(member.id) else { throw .inactiveUser }
    guard app.permits(member.username) else { throw .notAdminApproved }
  }

  /// Logs a user in to a client, with a refresh token where `isRenewable`.
  mutating func issueTokens(
    to app: ConnectedApp, for user: RecordID, scopes: [String], isRenewable: Bool, at now: Timestamp
  ) -> IssuedTokens {
    let session = sessions.logIn(user, client: app.clientID, scopes: scopes, to: org.id, at: now)
    var tokens = IssuedTokens(app: app, session: session)
    if isRenewable, session.grant.isRenewable {
      let expires = app.refreshTokenLifetime.map { now.adding(seconds: $0) }
      tokens.refreshToken = sessions.makeRefreshToken(for: session.grant, expires: expires, at: now)
    }
    return tokens
  }
}
