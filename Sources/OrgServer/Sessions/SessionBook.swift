import OrgModel

/// The access and refresh tokens that were given out: those that are valid, those whose time is up until it is noticed, and
/// the last refresh tokens of a login that others have replaced.
struct SessionBook: Sendable {
  /// How long an access token lives that is not used, in seconds.
  var lifetime: Int
  private(set) var sessions: [String: Session] = [:]
  private(set) var refreshTokens: [String: RefreshToken] = [:]
  private var lastGrant = 0
  private var lastRefreshToken = 0
  private var random: SplitMix64

  /// A client can have so many logins of a user; one more ends the oldest.
  ///
  /// Source: Salesforce Help, "OAuth Tokens and Scopes" (five unique approvals per user and app).
  static let maximumApprovals = 5

  /// So many refresh tokens of a login are remembered that others have replaced.
  private static let maximumSpent = 5

  init(lifetime: Int, seed: UInt64) {
    self.lifetime = lifetime
    random = SplitMix64(seed: seed)
  }

  // MARK: Give

  /// Opens a session of a new grant.
  ///
  /// - Parameter client: the client id; `nil` where any client may use it.
  mutating func logIn(
    _ user: RecordID, client: String?, scopes: [String], to org: RecordID, at now: Timestamp
  ) -> Session {
    lastGrant += 1
    return open(Grant(number: lastGrant, user: user, client: client, scopes: scopes), of: org, at: now)
  }

  /// Opens another session of the grant.
  mutating func open(_ grant: Grant, of org: RecordID, at now: Timestamp) -> Session {
    sessions = sessions.filter { $0.value.expires > now }
    let session = Session(
      token: "\(org.short)!\(randomText(96))", grant: grant, issued: now, expires: now.adding(seconds: lifetime))
    sessions[session.token] = session
    return session
  }

  /// - Parameter expires: `nil`: it is valid until it is revoked.
  mutating func makeRefreshToken(for grant: Grant, expires: Timestamp? = nil, at now: Timestamp) -> String {
    refreshTokens = refreshTokens.filter { $0.value.expires.map { $0 > now } ?? true }
    if let client = grant.client {
      let approvals = self.approvals(of: grant.user, for: client, at: now).filter { $0 != grant.number }
      for oldest in approvals.sorted().dropLast(Self.maximumApprovals - 1) { end(oldest) }
    }
    let token = "5Aep861\(randomText(80))"
    lastRefreshToken += 1
    refreshTokens[token] = RefreshToken(number: lastRefreshToken, grant: grant, expires: expires)
    return token
  }

  /// A new refresh token in the place of `token`, for the rest of its time.
  mutating func rotate(_ token: String, at now: Timestamp) -> String? {
    guard let old = refreshTokens[token], !old.isSpent else { return nil }
    refreshTokens[token]?.isSpent = true
    let spent = refreshTokens.filter { $0.value.grant.number == old.grant.number && $0.value.isSpent }
    for oldest in spent.sorted(by: { $0.value.number < $1.value.number }).dropLast(Self.maximumSpent) {
      refreshTokens[oldest.key] = nil
    }
    return makeRefreshToken(for: old.grant, expires: old.expires, at: now)
  }

  // MARK: Look up

  func session(_ token: String, at now: Timestamp) -> Session? {
    sessions[token].flatMap { $0.expires > now ? $0 : nil }
  }

  /// What a refresh token stands for, as long as it is valid.
  func refreshToken(_ token: String, at now: Timestamp) -> RefreshToken? {
    refreshTokens[token].flatMap { $0.isValid(at: now) ? $0 : nil }
  }

  /// What a refresh token stands for. If it was rotated out, somebody has copied it, and all tokens of its grant end.
  ///
  /// Source: Salesforce Help, "OAuth 2.0 Refresh Token Flow for Renewed Sessions", on refresh token rotation.
  mutating func redeem(_ token: String, at now: Timestamp) -> RefreshToken? {
    if let known = refreshTokens[token], known.isSpent { end(known.grant.number) }
    return refreshToken(token, at: now)
  }

  /// The grants by which a user has allowed a client to act at any time.
  func approvals(of user: RecordID, for client: String, at now: Timestamp) -> Set<Int> {
    Set(
      refreshTokens.values
        .filter { $0.grant.user == user && $0.grant.client == client && $0.isValid(at: now) }
        .map(\.grant.number))
  }

  /// Whether the tokens of the grant can be renewed now.
  func isRenewable(_ grant: Grant, at now: Timestamp) -> Bool {
    refreshTokens.values.contains { $0.grant.number == grant.number && $0.isValid(at: now) }
  }

  /// Renews a session that is used in the second half of its time.
  ///
  /// Source: Salesforce Help, "Modify Session Security Settings": activity counts from the middle of the timeout on.
  mutating func extend(_ token: String, at now: Timestamp) {
    guard let session = sessions[token], session.expires <= now.adding(seconds: lifetime / 2) else { return }
    sessions[token]?.expires = now.adding(seconds: lifetime)
  }

  // MARK: End

  /// Ends an access token, or a refresh token and the access tokens that came from it. Whether there was such a token.
  mutating func revoke(_ token: String) -> Bool {
    if sessions.removeValue(forKey: token) != nil { return true }
    guard let grant = refreshTokens[token]?.grant else { return false }
    end(grant.number)
    return true
  }

  /// Ends access tokens, of one user or of all; refresh tokens stay.
  mutating func expireSessions(of user: RecordID? = nil) {
    sessions = sessions.filter { user != nil && $0.value.user != user }
  }

  /// Ends refresh tokens and what came from them, of one user or of all.
  mutating func revokeGrants(of user: RecordID? = nil) {
    let grants = refreshTokens.values.map(\.grant).filter { user == nil || $0.user == user }
    for number in Set(grants.map(\.number)) { end(number) }
  }

  /// Ends all tokens but those of these users.
  mutating func endAll(except isKept: (RecordID) -> Bool) {
    sessions = sessions.filter { isKept($0.value.user) }
    refreshTokens = refreshTokens.filter { isKept($0.value.grant.user) }
  }

  private mutating func end(_ grant: Int) {
    sessions = sessions.filter { $0.value.grant.number != grant }
    refreshTokens = refreshTokens.filter { $0.value.grant.number != grant }
  }

  /// Letters, digits, dots and underscores, as in Salesforce's tokens.
  mutating func randomText(_ length: Int) -> String {
    let characters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._")
    return String((0..<length).map { _ in characters[Int.random(in: characters.indices, using: &random)] })
  }
}
