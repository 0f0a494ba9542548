import Foundation

/// Salesforce's refusals of a login in the user's words (Salesforce Help, "OAuth 2.0 Authorization Errors").
enum LoginRefusal {
  /// What happened and what to do, for the `error` and `error_description` of a token answer.
  static func explanation(code: String, detail: String) -> String {
    let text = detail.lowercased()
    // Under `invalid_client`, which has another meaning of its own.
    if text.contains("must be installed") {
      return
        "the connected app is not installed in this org; ask your administrator to install it, or for the client id"
        + " of another one (docs/connect.md)"
    }
    if code == "invalid_grant", let known = grants.first(where: { text.contains($0.detail) }) {
      return known.explanation
    }
    if let known = codes[code.lowercased()] { return known }
    return detail.isEmpty
      ? "Salesforce refused the login (\(code))" : "Salesforce refused the login: \(detail) (\(code))"
  }

  /// Whether the same login may succeed later without anybody doing anything.
  static func isTemporary(_ code: String) -> Bool {
    ["server_error", "temporarily_unavailable", "rate_limit_exceeded"].contains(code)
  }

  private static let grants: [(detail: String, explanation: String)] = [
    ("expired access/refresh token", "the login expired or was revoked in Salesforce; log in again"),
    ("token validity expired", "the login expired; log in again"),
    ("expired authorization code", "the login in the browser took too long; log in again"),
    ("invalid authorization code", "the login in the browser was already used; log in again"),
    ("inactive user", "this Salesforce user is inactive; ask your administrator"),
    ("user is inactive", "this Salesforce user is inactive; ask your administrator"),
    ("inactive organization", "this Salesforce organization is locked or closed; ask your administrator"),
    ("organization is inactive", "this Salesforce organization is locked or closed; ask your administrator"),
    (
      "ip restricted",
      "Salesforce does not allow logins from this network for this user; use the company network or ask your administrator"
    ),
    ("invalid login hours", "Salesforce does not allow this user to log in at this hour; ask your administrator"),
    (
      "authentication failure",
      "the user name, password or security token is wrong, or the user is locked; check them and log in again"
    ),
    (
      "hasn't approved this consumer",
      "this program is not yet approved in the org; log in by the browser or ask your administrator to approve it"
    ),
    ("invalid code verifier", "the login in the browser was begun by another run of this program; log in again"),
    (
      "invalid assertion",
      "the key does not fit the certificate of the connected app; give the key of that certificate, or upload the new one"
    ),
    ("audience", "the login address does not fit this user; use test.salesforce.com for a sandbox"),
  ]

  private static let codes: [String: String] = [
    "invalid_grant": "the login is no longer valid; log in again",
    "invalid_client":
      "the connected app asks for a client secret, which this program has none of; in the connected app,"
      + " do not require a secret for the web server flow and the refresh token flow",
    "invalid_client_id": "Salesforce does not know this client id; set the consumer key of your connected app with:"
      + " command-center settings set client_id KEY",
    "redirect_uri_mismatch": "the connected app has another callback URL; add this program's there, or set it with:"
      + " command-center settings set callback_url URL",
    "invalid_scope":
      "the connected app does not give the scopes api and refresh_token; ask your administrator to add them",
    "inactive_user": "this Salesforce user is inactive; ask your administrator",
    "inactive_org": "this Salesforce organization is locked or closed; ask your administrator",
    "rate_limit_exceeded": "there were too many logins in a short time; wait some minutes",
    "access_denied": "access was not allowed in the browser; log in again and allow it, or ask your administrator",
    "unsupported_grant_type": "this org does not allow this way to log in; log in by the browser",
    "oauth_app_blocked": "the administrator has blocked this connected app; ask for it to be unblocked",
    "oauth_app_access_denied": "the administrator has not given this user access to this program",
    "invalid_app_access": "the administrator has not given this user access to this program",
  ]
}
