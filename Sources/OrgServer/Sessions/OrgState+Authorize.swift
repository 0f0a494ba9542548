import OrgModel

extension OrgState {
  /// `/services/oauth2/authorize`: shows the login page, or says what is wrong with the request.
  ///
  /// As long as it is not sure that the client may be called back, the error stays in the browser.
  /// Source: Salesforce Help, "OAuth 2.0 Web Server Flow for Web App Integration"; RFC 6749 §4.1.2.1.
  mutating func authorize(_ request: HTTPCall, at now: Timestamp) -> HTTPAnswer {
    let form = request.formValues
    let draft: AuthorizationRequest
    do throws(OAuthError) { draft = try draftRequest(form) } catch { return LoginPage.refusal(error) }
    do throws(OAuthError) {
      return show(try checked(draft, form), in: request.cookies[LoginPage.cookie], at: now)
    } catch {
      return draft.callback(with: error.fields)
    }
  }

  /// The client and where to send its answer, checked; the rest as it came.
  private func draftRequest(_ form: [String: String]) throws(OAuthError) -> AuthorizationRequest {
    guard let app = authorizationServer.apps.app(form["client_id"] ?? "") else { throw .invalidClientID }
    guard let url = form["redirect_uri"], !url.isEmpty else { throw .redirectMissing }
    guard authorizationServer.apps.permits(app, callbackTo: url), let callback = CallbackURL(url) else {
      throw .redirectMismatch
    }
    let scopes = form["scope"].map { $0.split(separator: " ").map(String.init) } ?? []
    return AuthorizationRequest(
      app: app, callback: callback, state: form["state"], scopes: scopes.isEmpty ? app.scopes : scopes,
      codeChallenge: form["code_challenge"], loginHint: form["login_hint"])
  }

  private func checked(
    _ draft: AuthorizationRequest, _ form: [String: String]
  ) throws(OAuthError) -> AuthorizationRequest {
    guard form["response_type"] == "code" else { throw .unsupportedResponseType }
    let offered = draft.app.scopes.flatMap { $0 == "refresh_token" ? [$0, "offline_access"] : [$0] }
    guard draft.scopes.allSatisfy(offered.contains) else { throw .invalidScope }
    if let challenge = draft.codeChallenge {
      guard CodeVerifier.isChallenge(challenge), ["S256", nil].contains(form["code_challenge_method"]) else {
        throw .invalidCodeChallenge
      }
    } else if draft.app.requiresPKCE {
      throw .missingCodeChallenge
    }
    // Nobody stays logged in here, so there is never a login that needs no page.
    guard form["immediate"] != "true" else { throw .immediateUnsuccessful }
    return draft
  }

  /// - Parameter browser: the cookie that the browser has from an earlier page.
  private mutating func show(
    _ request: AuthorizationRequest, in browser: String?, at now: Timestamp
  ) -> HTTPAnswer {
    let browser = browser ?? sessions.randomText(40)
    let id = sessions.randomText(40)
    let page = AuthorizationServer.Page(
      request: request, browser: browser, expires: now.adding(seconds: AuthorizationServer.secondsToAnswer))
    authorizationServer.open(page, as: id, at: now)
    var answer = LoginPage(request, id: id, usernames: usernames).answer()
    answer.headers.append(("Set-Cookie", LoginPage.setCookie(browser)))
    return answer
  }

  /// `/services/oauth2/authorize/decision`: the form of the login page comes back, and the browser goes to the client.
  mutating func decide(_ request: HTTPCall, at now: Timestamp) -> HTTPAnswer {
    let form = request.formValues
    let id = form["page"] ?? ""
    guard let page = authorizationServer.page(id, in: request.cookies[LoginPage.cookie] ?? "", at: now) else {
      return LoginPage.refusal(OAuthError("invalid_request", "the login page has expired, or is from elsewhere"))
    }
    if form["decision"] == "deny" {
      authorizationServer.close(id)
      return page.request.callback(with: OAuthError.accessDenied.fields)
    }
    guard let member = org.member(named: form["username"] ?? ""), member.accepts(form["password"] ?? ""),
      org.isActive(member.id)
    else { return LoginPage(page.request, id: id, usernames: usernames, failedAs: form["username"] ?? "").answer() }
    authorizationServer.close(id)
    do throws(OAuthError) {
      try checkAccess(of: member, to: page.request.app)
    } catch {
      return page.request.callback(with: error.fields)
    }
    // Salesforce's codes end in `==`, which clients must not forget to encode.
    let code = "aPrx\(sessions.randomText(80))=="
    let expires = now.adding(seconds: AuthorizationServer.secondsToAnswer)
    authorizationServer.keep(
      .init(request: page.request, user: member.id, expires: expires), as: code, at: now)
    return page.request.callback(with: [FormField(name: "code", value: code)])
  }

  private var usernames: [String] {
    org.members.values.filter { org.isActive($0.id) }.map(\.username).sorted()
  }
}
