import OrgModel

extension OrgState {
  /// `/services/oauth2/revoke` (RFC 7009): the parameter `token` is an access or a refresh token.
  ///
  /// Source: Salesforce Help, "Revoke OAuth Tokens Programmatically".
  mutating func revoke(_ request: HTTPCall) throws(OAuthError) -> HTTPAnswer {
    guard sessions.revoke(request.formValues["token"] ?? "") else { throw .unknownToken }
    return HTTPAnswer()
  }

  /// `/services/oauth2/introspect` (RFC 7662): a client asks what a token of its own is worth.
  ///
  /// Source: Salesforce Help, "OpenID Connect Token Introspection Endpoint".
  func introspect(_ request: HTTPCall, at now: Timestamp) throws(OAuthError) -> HTTPAnswer {
    let form = request.formValues
    let app: ConnectedApp
    do throws(OAuthError) {
      app = try client(ClientCredentials(of: request, form: form), needsSecret: { _ in true })
    } catch {
      throw OAuthError(error.error, error.description, status: 401)
    }
    let token = form["token"] ?? ""
    if let session = sessions.session(token, at: now) {
      return introspection(
        of: session.grant, for: app, type: "access_token", issued: session.issued, expires: session.expires)
    }
    if let refreshToken = sessions.refreshToken(token, at: now) {
      return introspection(of: refreshToken.grant, for: app, type: "refresh_token", expires: refreshToken.expires)
    }
    return HTTPAnswer(200, ["active": false])
  }

  private func introspection(
    of grant: Grant, for app: ConnectedApp, type: String, issued: Timestamp? = nil, expires: Timestamp?
  ) -> HTTPAnswer {
    guard [app.clientID, nil].contains(grant.client), org.isActive(grant.user),
      let username = org.members[grant.user]?.username
    else { return HTTPAnswer(200, ["active": false]) }
    let times = [("exp", expires), ("iat", issued), ("nbf", issued)]
      .compactMap { name, time in time.map { JSON.Member(key: name, value: .integer($0.milliseconds / 1000)) } }
    return HTTPAnswer(
      200,
      .object(
        [
          .init(key: "active", value: true),
          .init(key: "scope", value: .string(grant.scopes.joined(separator: " "))),
          .init(key: "client_id", value: .string(app.clientID)), .init(key: "username", value: .string(username)),
          .init(key: "sub", value: .string(identityURL(of: grant.user))),
          .init(key: "token_type", value: .string(type)),
        ] + times))
  }
}
