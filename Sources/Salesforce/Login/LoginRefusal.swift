import Foundation
import Localization

/// Salesforce's refusals of a login in the user's words (Salesforce Help, "OAuth 2.0 Authorization Errors").
enum LoginRefusal {
  /// What happened and what to do, for the `error` and `error_description` of a token answer.
  static func explanation(code: String, detail: String) -> LocalizedText {
    let text = detail.lowercased()
    // Under `invalid_client`, which has another meaning of its own.
    if text.contains("must be installed") {
      return LocalizedText(
        """
        the connected app is not installed in this org; ask your administrator to install it, or for the client id of \
        another one (docs/connect.md)
        """)
    }
    if code == "invalid_grant", let known = grants.first(where: { text.contains($0.detail) }) {
      return known.explanation
    }
    if let known = codes[code.lowercased()] { return known }
    return detail.isEmpty
      ? LocalizedText("Salesforce refused the login (\(code))")
      : LocalizedText("Salesforce refused the login: \(detail) (\(code))")
  }

  /// Whether the same login may succeed later without anybody doing anything.
  static func isTemporary(_ code: String) -> Bool {
    ["server_error", "temporarily_unavailable", "rate_limit_exceeded"].contains(code)
  }

  private static let grants: [(detail: String, explanation: LocalizedText)] = [
    ("expired access/refresh token", LocalizedText("the login expired or was revoked in Salesforce; log in again")),
    ("token validity expired", LocalizedText("the login expired; log in again")),
    ("expired authorization code", LocalizedText("the login in the browser took too long; log in again")),
    ("invalid authorization code", LocalizedText("the login in the browser was already used; log in again")),
    ("inactive user", LocalizedText("this Salesforce user is inactive; ask your administrator")),
    ("user is inactive", LocalizedText("this Salesforce user is inactive; ask your administrator")),
    (
      "inactive organization",
      LocalizedText(
        "this Salesforce organization is locked or closed; ask your administrator")
    ),
    (
      "organization is inactive",
      LocalizedText(
        "this Salesforce organization is locked or closed; ask your administrator")
    ),
    (
      "ip restricted",
      LocalizedText(
        """
        Salesforce does not allow logins from this network for this user; use the company network or ask your \
        administrator
        """)
    ),
    (
      "invalid login hours",
      LocalizedText(
        "Salesforce does not allow this user to log in at this hour; ask your administrator")
    ),
    (
      "authentication failure",
      LocalizedText(
        "the user name, password or security token is wrong, or the user is locked; check them and log in again")
    ),
    (
      "hasn't approved this consumer",
      LocalizedText(
        "this program is not yet approved in the org; log in by the browser or ask your administrator to approve it")
    ),
    (
      "invalid code verifier",
      LocalizedText(
        "the login in the browser was begun by another run of this program; log in again")
    ),
    (
      "invalid assertion",
      LocalizedText(
        """
        the key does not fit the certificate of the connected app; give the key of that certificate, or upload the \
        new one
        """)
    ),
    ("audience", LocalizedText("the login address does not fit this user; use test.salesforce.com for a sandbox")),
  ]

  private static let codes: [String: LocalizedText] = [
    "invalid_grant": LocalizedText("the login is no longer valid; log in again"),
    "invalid_client": LocalizedText(
      """
      the connected app asks for a client secret, which this program has none of; in the connected app, do not \
      require a secret for the web server flow and the refresh token flow
      """),
    "invalid_client_id": LocalizedText(
      """
      Salesforce does not know this client id; set the consumer key of your connected app with: command-center \
      settings set client_id KEY
      """),
    "redirect_uri_mismatch": LocalizedText(
      """
      the connected app has another callback URL; add this program's there, or set it with: command-center \
      settings set callback_url URL
      """),
    "invalid_scope": LocalizedText(
      "the connected app does not give the scopes api and refresh_token; ask your administrator to add them"),
    "inactive_user": LocalizedText("this Salesforce user is inactive; ask your administrator"),
    "inactive_org": LocalizedText("this Salesforce organization is locked or closed; ask your administrator"),
    "rate_limit_exceeded": LocalizedText("there were too many logins in a short time; wait some minutes"),
    "access_denied": LocalizedText(
      "access was not allowed in the browser; log in again and allow it, or ask your administrator"),
    "unsupported_grant_type": LocalizedText("this org does not allow this way to log in; log in by the browser"),
    "oauth_app_blocked": LocalizedText("the administrator has blocked this connected app; ask for it to be unblocked"),
    "oauth_app_access_denied": LocalizedText("the administrator has not given this user access to this program"),
    "invalid_app_access": LocalizedText("the administrator has not given this user access to this program"),
  ]
}
