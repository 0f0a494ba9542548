import OrgModel

extension ConnectedApp {
  /// Reads what the controls take: `{"clientId": …, "callbackUrls": […], …}`. What is not there stays as it is for a new
  /// app; what is of the wrong kind is refused.
  init(_ json: JSON) throws(APIError) {
    let reader = Reader(json: json)
    guard let clientID = try reader.text("clientId"), !clientID.isEmpty else {
      throw APIError(.jsonParserError, "clientId must be a text")
    }
    self.init(clientID: clientID, name: try reader.text("name") ?? clientID)
    clientSecret = try reader.text("clientSecret")
    callbackURLs = try reader.texts("callbackUrls") ?? []
    guard callbackURLs.allSatisfy({ CallbackURL($0) != nil }) else {
      throw APIError(.jsonParserError, "callbackUrls must be absolute URLs without a fragment")
    }
    scopes = try reader.texts("scopes") ?? scopes
    requiresPKCE = try reader.flag("requirePkce")
    requiresSecretForWebServerFlow = try reader.flag("requireSecretForWebServerFlow")
    requiresSecretForRefreshTokenFlow = try reader.flag("requireSecretForRefreshTokenFlow")
    rotatesRefreshTokens = try reader.flag("rotateRefreshTokens")
    refreshTokenLifetime = try reader.seconds("refreshTokenSeconds")
    certificate = try reader.text("certificate")
    if let certificate, JWTAssertion.key(certificate) == nil {
      throw APIError(.jsonParserError, "certificate must be a certificate or a public key in PEM")
    }
    runAsUser = try reader.text("runAsUser")
    approvedUsers = try reader.texts("approvedUsers")
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

  /// The members of an object by their kind; one that is missing or null is `nil`.
  private struct Reader {
    let json: JSON

    func text(_ key: String) throws(APIError) -> String? { try value(key, "a text", \.string) }

    func flag(_ key: String) throws(APIError) -> Bool { try value(key, "true or false", \.bool) ?? false }

    func seconds(_ key: String) throws(APIError) -> Int? {
      try value(key, "a number of seconds, up to ten years") { value in
        value.integer.flatMap { (1...315_360_000).contains($0) ? $0 : nil }
      }
    }

    func texts(_ key: String) throws(APIError) -> [String]? {
      try value(key, "a list of texts") { value in
        guard let list = value.array else { return nil }
        let texts = list.compactMap(\.string)
        return texts.count == list.count ? texts : nil
      }
    }

    private func value<Value>(
      _ key: String, _ kind: String, _ read: (JSON) -> Value?
    ) throws(APIError) -> Value? {
      guard let value = json[key], value != .null else { return nil }
      guard let read = read(value) else { throw APIError(.jsonParserError, "\(key) must be \(kind)") }
      return read
    }
  }
}

extension JSON {
  fileprivate init(text: String?) { self = text.map { .string($0) } ?? .null }
  fileprivate init(texts: [String]) { self = .array(texts.map { .string($0) }) }
}
