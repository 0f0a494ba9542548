import OrgModel

/// Who sends Bayeux messages, and when.
struct StreamingCaller {
  /// The cookie by which the server tells browsers apart (CometD Reference, "BAYEUX_BROWSER").
  static let cookieName = "BAYEUX_BROWSER"

  let session: Session
  /// The value of the cookie, if one was sent.
  let browser: String?
  let now: Timestamp

  var user: RecordID { session.user }

  init(_ request: HTTPCall, session: Session, at now: Timestamp) {
    self.session = session
    self.now = now
    browser = request.cookies[Self.cookieName]
  }
}
