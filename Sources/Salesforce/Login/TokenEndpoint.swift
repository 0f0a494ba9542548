import Foundation
import Localization

/// Where tokens come from: `/services/oauth2/token` and `/services/oauth2/revoke` of a login host.
///
/// See Salesforce Help, "OAuth 2.0 Web Server Flow", "OAuth 2.0 Username-Password Flow", "OAuth 2.0 Refresh Token Flow" and
/// "Revoke OAuth Tokens".
package struct TokenEndpoint: Sendable {
  package let address: OrgAddress
  private let client: OAuthClient
  private let transport: any Transport

  package init(at address: OrgAddress, client: OAuthClient, transport: any Transport) {
    self.address = address
    self.client = client
    self.transport = transport
  }

  /// Logs in by password, which many orgs do not allow; the session has no refresh token.
  ///
  /// - Parameter password: followed by the user's security token where the org asks for one.
  package func logIn(username: String, password: Secret) async throws(LoginError) -> Session {
    try await session(from: [
      ("grant_type", "password"), ("username", username), ("password", password.revealed),
    ])
  }

  /// Trades the code that a user's browser brought.
  func logIn(code: Secret, of request: AuthorizationRequest) async throws(LoginError) -> Session {
    try await session(from: [
      ("grant_type", "authorization_code"), ("code", code.revealed), ("redirect_uri", request.callback.text),
      ("code_verifier", request.verifier.revealed),
    ])
  }

  /// Logs in by a signed assertion; the session has no refresh token, another assertion takes its place.
  ///
  /// - Parameter key: the private key, in PEM.
  package func logIn(by assertion: LoginAssertion, key: Secret) async throws(LoginError) -> Session {
    do throws(LoginError) {
      return try await session(from: [
        ("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"),
        ("assertion", try await assertion.signed(with: key).revealed),
      ])
    } catch .refused("invalid_grant", let detail) where detail.contains("expired") {
      throw .unusable("Salesforce takes the signed login for an old one; set the clock of this machine")
    }
  }

  /// A new access token for the refresh token of `session`; the answer may carry the next refresh token.
  package func refresh(_ session: Session) async throws(LoginError) -> Session {
    guard let token = session.refreshToken else { throw .sessionEnded }
    return try await self.session(
      from: [("grant_type", "refresh_token"), ("refresh_token", token.revealed)], following: session)
  }

  /// Ends a session in Salesforce: its refresh token and every access token made from it.
  ///
  /// A token that Salesforce no longer knows is as good as revoked.
  package func revoke(_ session: Session) async throws(LoginError) {
    let token = session.refreshToken ?? session.accessToken
    let answer = try await answer("/services/oauth2/revoke", [("token", token.revealed)])
    if answer.isSuccess { return }
    guard case .refused("invalid_token", _) = TokenAnswer.error(of: answer) else { throw TokenAnswer.error(of: answer) }
  }

  private func session(from form: [(String, String)], following previous: Session? = nil) async throws(LoginError)
    -> Session
  {
    let form = form + client.form
    return try TokenAnswer.session(of: try await answer("/services/oauth2/token", form), of: address, after: previous)
  }

  private func answer(_ path: String, _ form: [(String, String)]) async throws(LoginError) -> HTTPAnswer {
    let request = HTTPRequest(
      .post, address.url(path),
      headers: [("Content-Type", "application/x-www-form-urlencoded"), ("Accept", "application/json")],
      body: Data(PercentEncoding.pairs(form).utf8))
    do throws(OrgError) {
      return try await transport.send(request)
    } catch {
      throw .org(error)
    }
  }
}
