/// The page on which a user logs in and allows a client to act for him, or not. It needs no script.
struct LoginPage {
  private let request: AuthorizationRequest
  private let id: String
  private let usernames: [String]
  private let failedName: String?

  /// Where the form is sent.
  static let action = "/services/oauth2/authorize/decision"
  /// The cookie that ties the form to the browser that asked for the page.
  static let cookie = "login"

  /// Lax: it comes along when a client's link leads here, but not when a stranger's form does.
  static func setCookie(_ value: String) -> String {
    "\(cookie)=\(value); Path=/services/oauth2/authorize; HttpOnly; SameSite=Lax"
  }

  /// - Parameters:
  ///   - id: what the form sends back, to be known again.
  ///   - usernames: whom to suggest.
  ///   - failedName: the username of an attempt that failed before.
  init(_ request: AuthorizationRequest, id: String, usernames: [String], failedAs failedName: String? = nil) {
    self.request = request
    self.id = id
    self.usernames = usernames
    self.failedName = failedName
  }

  func answer() -> HTTPAnswer { Self.answer(200, body) }

  /// A page that says why there is no login.
  static func refusal(_ error: OAuthError) -> HTTPAnswer {
    answer(
      error.status,
      """
      <h1>This login does not work</h1>
      <p>error=\(error.error.markupEscaped)&amp;error_description=\(error.description.markupEscaped)</p>
      """)
  }

  private var body: String {
    let options = usernames.map { "<option value=\"\($0.markupEscaped)\"></option>" }.joined()
    let scopes = request.scopes.map { "<li>\((Self.scopeNames[$0] ?? $0).markupEscaped)</li>" }.joined()
    let failure =
      failedName == nil
      ? "" : "<p class=\"error\" role=\"alert\">Please check your username and password, and log in again.</p>"
    return """
      <h1>Log in</h1>
      <p><strong>\(request.app.name.markupEscaped)</strong> asks for access to the simulated org:</p>
      <ul>\(scopes)</ul>
      \(failure)
      <form method="post" action="\(Self.action)">
      <input type="hidden" name="page" value="\(id.markupEscaped)">
      <label for="username">Username</label>
      <input id="username" name="username" list="usernames" autocomplete="username" autofocus
        value="\((failedName ?? request.loginHint ?? "").markupEscaped)">
      <datalist id="usernames">\(options)</datalist>
      <label for="password">Password</label>
      <input id="password" name="password" type="password" autocomplete="current-password">
      <button name="decision" value="allow">Log in and allow</button>
      <button name="decision" value="deny" class="second">Deny</button>
      </form>
      <p class="note">You go back to \(request.callback.text.markupEscaped)</p>
      """
  }

  /// Source: Salesforce Help, "OAuth Tokens and Scopes".
  private static let scopeNames = [
    "api": "Manage user data via APIs (api)", "web": "Manage user data via web browsers (web)",
    "full": "Full access (full)", "id": "Access the identity URL service (id)",
    "openid": "Access unique user identifiers (openid)",
    "refresh_token": "Perform requests at any time (refresh_token)",
    "offline_access": "Perform requests at any time (offline_access)",
  ]

  private static func answer(_ status: Int, _ body: String) -> HTTPAnswer {
    var answer = HTTPAnswer.html(
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>Log in to the simulated org</title><style>\(style)</style></head><body><main>
      \(body)
      </main></body></html>
      """, status: status)
    // No form-action: browsers would apply it to the redirect that follows the form, which leads to the client.
    answer.headers = [
      ("Cache-Control", "no-store"), ("Referrer-Policy", "no-referrer"), ("X-Frame-Options", "DENY"),
      ("X-Content-Type-Options", "nosniff"),
      (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"
      ),
    ]
    return answer
  }

  private static let style = """
    :root{color-scheme:light dark}
    body{margin:0;min-height:100vh;display:grid;place-items:center;background:light-dark(#eef2f7,#12161c);
    font:16px/1.5 system-ui,sans-serif;color:light-dark(#1b2733,#e6ebf1)}
    main{box-sizing:border-box;width:min(26rem,100vw);padding:2rem;border-radius:12px;
    background:light-dark(#fff,#1c232c);box-shadow:0 8px 30px rgb(0 0 0/.15);overflow-wrap:anywhere}
    h1{margin:0 0 .5rem;font-size:1.5rem}
    ul{padding-left:1.2rem;color:light-dark(#4a5866,#a9b5c1)}
    label{display:block;margin-top:1rem;font-weight:600}
    input{box-sizing:border-box;width:100%;padding:.6rem;margin-top:.25rem;font:inherit;border-radius:6px;
    border:1px solid light-dark(#8393a3,#5b6875);background:transparent;color:inherit}
    button{width:100%;margin-top:1rem;padding:.7rem;font:inherit;font-weight:600;border-radius:6px;cursor:pointer;
    border:1px solid #0b5cab;background:#0b5cab;color:#fff}
    button.second{background:transparent;color:inherit;border-color:light-dark(#8393a3,#5b6875)}
    :focus-visible{outline:3px solid #4a9bea;outline-offset:2px}
    .error{padding:.6rem;border-radius:6px;background:#b3261e;color:#fff}
    .note{margin:1rem 0 0;font-size:.85rem;color:light-dark(#4a5866,#a9b5c1)}
    """
}
