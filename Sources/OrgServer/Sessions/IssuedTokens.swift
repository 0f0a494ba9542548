import Crypto
import Foundation
import OrgModel

/// The tokens that a client gets.
struct IssuedTokens {
  let app: ConnectedApp
  let session: Session
  var refreshToken: String?

  /// What the token endpoint answers, without the members that the flow leaves out.
  ///
  /// Source: Salesforce Help, "OAuth 2.0 Web Server Flow for Web App Integration", on the token response.
  func fields(identityURL: String, instanceURL: String, omitting omitted: Set<String>) -> [FormField] {
    let issued = String(session.issued.milliseconds)
    let all: [(name: String, value: String?)] = [
      ("access_token", session.token), ("refresh_token", refreshToken),
      ("signature", signature(of: identityURL + issued)), ("scope", session.grant.scopes.joined(separator: " ")),
      ("instance_url", instanceURL), ("id", identityURL), ("token_type", "Bearer"), ("issued_at", issued),
    ]
    return all.compactMap { name, value in
      guard let value, !omitted.contains(name) else { return nil }
      return FormField(name: name, value: value)
    }
  }

  /// HMAC-SHA256 with the consumer secret as the key, in Base64: that nobody changed the identity URL on its way.
  private func signature(of text: String) -> String {
    let key = SymmetricKey(data: Data((app.clientSecret ?? "").utf8))
    return Data(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)).base64EncodedString()
  }
}
