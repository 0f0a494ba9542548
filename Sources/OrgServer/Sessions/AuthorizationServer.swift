import OrgModel

/// What belongs to logging in: the clients, the logins under way, and the codes that were not exchanged yet.
struct AuthorizationServer: Sendable {
  var apps = ConnectedApps.standard
  private var pages: [String: Page] = [:]
  private var codes: [String: Code] = [:]

  /// How long a login page can be sent off, and how long a code can be exchanged, in seconds.
  ///
  /// Source: Salesforce Help, "OAuth 2.0 Web Server Flow for Web App Integration" (a code expires after 15 minutes).
  static let secondsToAnswer = 15 * 60
  /// No more logins than so many are under way; the oldest are forgotten.
  private static let maximumPages = 1000

  /// A login page that somebody has open.
  struct Page: Sendable {
    let request: AuthorizationRequest
    /// The cookie of the browser that it was shown in, so that no stranger's site can send off the form.
    let browser: String
    let expires: Timestamp
  }

  /// A code that was given to a client.
  struct Code: Sendable {
    let request: AuthorizationRequest
    let user: RecordID
    let expires: Timestamp
    var isUsed = false
  }

  // MARK: Pages

  /// - Parameter id: what the form of the page holds.
  mutating func open(_ page: Page, as id: String, at now: Timestamp) {
    pages = pages.filter { $0.value.expires > now }
    if pages.count >= Self.maximumPages, let oldest = pages.min(by: { $0.value.expires < $1.value.expires }) {
      pages[oldest.key] = nil
    }
    pages[id] = page
  }

  func page(_ id: String, in browser: String, at now: Timestamp) -> Page? {
    guard let page = pages[id], page.browser == browser, page.expires > now else { return nil }
    return page
  }

  mutating func close(_ id: String) { pages[id] = nil }

  // MARK: Codes

  mutating func keep(_ code: Code, as text: String, at now: Timestamp) {
    codes = codes.filter { $0.value.expires > now }
    codes[text] = code
  }

  /// What a code stands for. It serves once, whatever comes of it.
  mutating func redeem(_ text: String, at now: Timestamp) throws(OAuthError) -> Code {
    guard let code = codes[text] else { throw .invalidCode }
    codes[text]?.isUsed = true
    guard !code.isUsed, code.expires > now else { throw .expiredCode }
    return code
  }
}
