package import OrgModel

/// A login as a client keeps it, with what it needs to go on when the access token has expired.
package struct OpenedSession: Sendable {
  /// What goes into the `Authorization` header.
  package let accessToken: String
  /// What a new access token is had for.
  package let refreshToken: String
  /// Where the org is, without a trailing slash.
  package let instanceURL: String
  /// The identity URL, `…/id/<organization>/<user>`.
  package let identityURL: String
  /// Who is logged in.
  package let user: RecordID
}
