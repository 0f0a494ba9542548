import OrgModel

extension ConnectedApp {
  /// Reads what the controls take: `{"clientId": …, "callbackUrls": […], …}`. What is not there stays as it is for a new
  /// app; what is of the wrong kind is refused.
  init(_ json: JSON) throws(APIError) {
    try json.allowing(Self.members, in: "A connected app")
    guard let clientID = try json.text("clientId"), !clientID.isEmpty else {
      throw JSON.mistake("clientId must be a text")
    }
    self.init(clientID: clientID, name: try json.text("name") ?? clientID)
    clientSecret = try json.text("clientSecret")
    callbackURLs = try json.texts("callbackUrls") ?? []
    guard callbackURLs.allSatisfy({ CallbackURL($0) != nil }) else {
      throw JSON.mistake("callbackUrls must be absolute URLs without a fragment")
    }
    scopes = try json.texts("scopes") ?? scopes
    requiresPKCE = try json.flag("requirePkce") ?? false
    requiresSecretForWebServerFlow = try json.flag("requireSecretForWebServerFlow") ?? false
    requiresSecretForRefreshTokenFlow = try json.flag("requireSecretForRefreshTokenFlow") ?? false
    rotatesRefreshTokens = try json.flag("rotateRefreshTokens") ?? false
    refreshTokenLifetime = try json.whole("refreshTokenSeconds", 1...Self.tenYears)
    certificate = try json.text("certificate")
    if let certificate, JWTAssertion.key(certificate) == nil {
      throw JSON.mistake("certificate must be a certificate or a public key in PEM")
    }
    runAsUser = try json.text("runAsUser")
    approvedUsers = try json.texts("approvedUsers")
  }

  /// As the controls show it.
  var json: JSON {
    [
      "clientId": .string(clientID), "name": .string(name), "clientSecret": JSON(text: clientSecret),
      "callbackUrls": JSON(texts: callbackURLs), "scopes": JSON(texts: scopes), "requirePkce": .bool(requiresPKCE),
      "requireSecretForWebServerFlow": .bool(requiresSecretForWebServerFlow),
      "requireSecretForRefreshTokenFlow": .bool(requiresSecretForRefreshTokenFlow),
      "rotateRefreshTokens": .bool(rotatesRefreshTokens),
      "refreshTokenSeconds": refreshTokenLifetime.map { .integer($0) } ?? .null,
      "certificate": JSON(text: certificate), "runAsUser": JSON(text: runAsUser),
      "approvedUsers": approvedUsers.map { JSON(texts: $0) } ?? .null,
    ]
  }

  private static let members = [
    "clientId", "name", "clientSecret", "callbackUrls", "scopes", "requirePkce", "requireSecretForWebServerFlow",
    "requireSecretForRefreshTokenFlow", "rotateRefreshTokens", "refreshTokenSeconds", "certificate", "runAsUser",
    "approvedUsers",
  ]

  /// The longest life of a refresh token, in seconds.
  private static let tenYears = 10 * 366 * 86_400
}

extension JSON {
  fileprivate init(text: String?) { self = text.map { .string($0) } ?? .null }
  fileprivate init(texts: [String]) { self = .array(texts.map { .string($0) }) }
}
