import OrgModel

/// The access and refresh tokens that are valid.
struct SessionBook: Sendable {
  /// How long an access token lives, in seconds.
  var lifetime: Int
  private var sessions: [String: Session] = [:]
  private var refreshTokens: [String: RecordID] = [:]
  private var random: SplitMix64

  init(lifetime: Int, seed: UInt64) {
    self.lifetime = lifetime
    random = SplitMix64(seed: seed)
  }

  mutating func open(
    for user: RecordID, of org: RecordID, by refreshToken: String? = nil, at now: Timestamp
  ) -> Session {
    sessions = sessions.filter { $0.value.expires > now }
    let token = "\(org.short)!\(randomText(96))"
    let session = Session(
      token: token, user: user, refreshToken: refreshToken, expires: now.adding(seconds: lifetime))
    sessions[token] = session
    return session
  }

  mutating func makeRefreshToken(for user: RecordID) -> String {
    let token = "5Aep861\(randomText(80))"
    refreshTokens[token] = user
    return token
  }

  func session(_ token: String, at now: Timestamp) -> Session? {
    sessions[token].flatMap { $0.expires > now ? $0 : nil }
  }

  func user(ofRefreshToken token: String) -> RecordID? { refreshTokens[token] }

  /// Streaming keeps its session alive (Streaming API Developer Guide, "Handling Streaming API Errors").
  mutating func extend(_ token: String, at now: Timestamp) {
    sessions[token]?.expires = now.adding(seconds: lifetime)
  }

  /// Ends an access token, or a refresh token and the access tokens that came from it. Whether there was such a token.
  mutating func revoke(_ token: String) -> Bool {
    if sessions.removeValue(forKey: token) != nil { return true }
    guard refreshTokens.removeValue(forKey: token) != nil else { return false }
    sessions = sessions.filter { $0.value.refreshToken != token }
    return true
  }

  /// Ends all access tokens; refresh tokens stay.
  mutating func expireAll() { sessions = [:] }

  /// Letters, digits, dots and underscores, as in Salesforce's tokens.
  mutating func randomText(_ length: Int) -> String {
    let characters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._")
    return String((0..<length).map { _ in characters[Int.random(in: characters.indices, using: &random)] })
  }
}
