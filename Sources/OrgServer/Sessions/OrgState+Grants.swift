import OrgModel

extension OrgState {
  /// The web server flow. Source: Salesforce Help, "OAuth 2.0 Web Server Flow for Web App Integration".
  mutating func redeemCode(_ call: TokenCall) throws(OAuthError) -> IssuedTokens {
    let app = try client(call.credentials, needsSecret: \.requiresSecretForWebServerFlow)
    let code = try authorizationServer.redeem(call.form["code"] ?? "", at: call.now)
    let request = code.request
    guard request.app.clientID == app.clientID else { throw .invalidCode }
    guard call.form["redirect_uri"] == request.callback.text else { throw .redirectMismatch }
    if let challenge = request.codeChallenge {
      guard CodeVerifier.matches(call.form["code_verifier"] ?? "", challenge) else { throw .invalidCodeVerifier }
    }
    guard org.isActive(code.user) else { throw .inactiveUser }
    return issueTokens(to: app, for: code.user, scopes: request.scopes, isRenewable: true, at: call.now)
  }

  /// Source: Salesforce Help, "OAuth 2.0 Refresh Token Flow for Renewed Sessions".
  mutating func redeemRefreshToken(_ call: TokenCall) throws(OAuthError) -> IssuedTokens {
    let app = try client(call.credentials, needsSecret: \.requiresSecretForRefreshTokenFlow)
    let text = call.form["refresh_token"] ?? ""
    guard let token = sessions.redeem(text, at: call.now), [app.clientID, nil].contains(token.grant.client) else {
      throw .expiredRefreshToken
    }
    guard let member = org.members[token.grant.user] else { throw .inactiveUser }
    try checkAccess(of: member, to: app)
    return IssuedTokens(
      app: app, session: sessions.open(token.grant, of: org.id, at: call.now),
      refreshToken: app.rotatesRefreshTokens ? sessions.rotate(text, at: call.now) : nil)
  }

  /// No refresh token comes of it.
  ///
  /// Source: Salesforce Help, "OAuth 2.0 Username-Password Flow for Special Scenarios".
  mutating func redeemPassword(_ call: TokenCall) throws(OAuthError) -> IssuedTokens {
    let app = try client(call.credentials, needsSecret: { _ in true })
    guard let member = org.member(named: call.form["username"] ?? ""), member.accepts(call.form["password"] ?? "")
    else {
      throw .authenticationFailure
    }
    try checkAccess(of: member, to: app)
    return issueTokens(to: app, for: member.id, scopes: app.scopes, isRenewable: false, at: call.now)
  }

  /// Runs as the user that the administrator has chosen, without the scopes that need a person.
  ///
  /// Source: Salesforce Help, "OAuth 2.0 Client Credentials Flow for Server-to-Server Integration".
  mutating func redeemClientCredentials(_ call: TokenCall) throws(OAuthError) -> IssuedTokens {
    let app = try client(call.credentials, needsSecret: { _ in true })
    guard app.clientSecret != nil, let member = org.member(named: app.runAsUser ?? "") else {
      throw .noClientCredentialsUser
    }
    try checkAccess(of: member, to: app)
    let scopes = app.scopes.filter { !["full", "web", "refresh_token", "offline_access"].contains($0) }
    return issueTokens(to: app, for: member.id, scopes: scopes, isRenewable: false, at: call.now)
  }

  /// No page is shown, so the user must have approved the client before, or an administrator for him.
  ///
  /// Source: Salesforce Help, "OAuth 2.0 JWT Bearer Flow for Server-to-Server Integration".
  mutating func redeemAssertion(_ call: TokenCall) throws(OAuthError) -> IssuedTokens {
    let assertion = try JWTAssertion(call.form["assertion"] ?? "")
    guard let app = authorizationServer.apps.app(assertion.issuer) else { throw .invalidClientID }
    guard let certificate = app.certificate, assertion.isSigned(with: certificate) else { throw .invalidAssertion }
    guard assertion.isMeant(for: address) else { throw .invalidAudience }
    guard assertion.isCurrent(at: call.now) else { throw .expiredCode }
    guard let member = org.member(named: assertion.subject) else { throw .notApproved }
    try checkAccess(of: member, to: app)
    guard app.approvedUsers != nil || !sessions.approvals(of: member.id, for: app.clientID, at: call.now).isEmpty else {
      throw .notApproved
    }
    return issueTokens(to: app, for: member.id, scopes: app.scopes, isRenewable: false, at: call.now)
  }
}
