/// A client application as an administrator has registered it.
///
/// Source: Salesforce Help, "Connected App and External Client App OAuth Settings".
package struct ConnectedApp: Sendable, Equatable {
  /// The consumer key.
  package let clientID: String
  /// What users are told that asks for access.
  package var name: String
  /// The consumer secret; `nil` where the client has none.
  package var clientSecret: String?
  /// Where users may be sent back to, compared letter by letter.
  package var callbackURLs: [String] = []
  /// What may be asked for; all of them are given to a client that asks for nothing in particular.
  package var scopes = Self.defaultScopes
  /// Whether the web server flow needs a code challenge.
  package var requiresPKCE = false
  /// Whether a code is exchanged with the secret only.
  package var requiresSecretForWebServerFlow = false
  /// Whether access tokens are renewed with the secret only.
  package var requiresSecretForRefreshTokenFlow = false
  /// Whether a refresh token can be used once only, and gives its successor.
  package var rotatesRefreshTokens = false
  /// How long a refresh token is valid, in seconds; `nil`: until it is revoked.
  package var refreshTokenLifetime: Int?
  /// With what the client's JWTs are signed: an RSA certificate or public key, as PEM text.
  package var certificate: String?
  /// The user as whom the client credentials flow runs; `nil` where the flow is off.
  package var runAsUser: String?
  /// The users whom an administrator has approved beforehand; `nil`: every user may approve the client himself.
  package var approvedUsers: [String]?

  package init(clientID: String, name: String) {
    self.clientID = clientID
    self.name = name
  }

  /// Source: Salesforce Help, "OAuth Tokens and Scopes".
  package static let defaultScopes = ["api", "web", "id", "openid", "refresh_token"]

  /// Whether it may send users back to `url`.
  ///
  /// Salesforce compares the port too, on localhost as elsewhere: the Salesforce DX Developer Guide ("Create a Connected
  /// App in Your Org") has the callback URL edited when another port is used.
  func permits(callbackTo url: String) -> Bool { callbackURLs.contains(url) }

  /// Whether a user may use it at all.
  func permits(_ username: String) -> Bool {
    approvedUsers?.contains { $0.lowercased() == username.lowercased() } ?? true
  }
}
