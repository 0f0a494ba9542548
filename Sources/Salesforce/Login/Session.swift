/// What a login gives: the right to act as a user in an org, until it ends.
///
/// Its tokens are secrets, so a session can be printed.
package struct Session: Sendable, Hashable {
  package let accessToken: Secret
  /// What gets a new access token without the user; a login by password has none.
  package let refreshToken: Secret?
  /// Where the org is. Tokens go nowhere else.
  package let instance: OrgAddress
  /// Names the user and the organization: `https://login.salesforce.com/id/ORGANIZATION/USER`.
  package let identityURL: String?

  package init(accessToken: Secret, refreshToken: Secret?, instance: OrgAddress, identityURL: String? = nil) {
    self.accessToken = accessToken
    self.refreshToken = refreshToken
    self.instance = instance
    self.identityURL = identityURL
  }
}
