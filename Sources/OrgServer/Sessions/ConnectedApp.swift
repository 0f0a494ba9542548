/// A client application as an administrator has registered it.
///
/// Source: Salesforce Help, "Connected App and External Client App OAuth Settings".
struct ConnectedApp: Sendable, Equatable {
  /// The consumer key.
  let clientID: String
  /// What users are told that asks for access.
  var name: String
  /// The consumer secret; `nil` where the client has none.
  var clientSecret: String?
  /// Where users may be sent back to, compared letter by letter.
  var callbackURLs: [String] = []
  /// What may be asked for; all of them are given to a client that asks for nothing in particular.
  var scopes = Self.defaultScopes
  /// Whether the web server flow needs a code challenge.
  var requiresPKCE = false
  /// Whether a code is exchanged with the secret only.
  var requiresSecretForWebServerFlow = false
  /// Whether access tokens are renewed with the secret only.
  var requiresSecretForRefreshTokenFlow = false
  /// Whether a refresh token can be used once only, and gives its successor.
  var rotatesRefreshTokens = false
  /// How long a refresh token is valid, in seconds; `nil`: until it is revoked.
  var refreshTokenLifetime: Int?
  /// With what the client's JWTs are signed: an RSA certificate or public key, as PEM text.
  var certificate: String?
  /// The user as whom the client credentials flow runs; `nil` where the flow is off.
  var runAsUser: String?
  /// The users whom an administrator has approved beforehand; `nil`: every user may approve the client himself.
  var approvedUsers: [String]?

  init(clientID: String, name: String) {
    self.clientID = clientID
    self.name = name
  }

  /// Source: Salesforce Help, "OAuth Tokens and Scopes".
  static let defaultScopes = ["api", "web", "id", "openid", "refresh_token"]

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
