import OrgModel

extension OrgHost {
  /// Logs a user in without a password; `nil` where there is no such active user.
  func openSession(for username: String) -> OpenedSession? {
    guard let member = state.org.member(named: username), state.org.isActive(member.id) else { return nil }
    let grant = state.sessions.makeGrant(for: member.id, client: nil, scopes: ConnectedApp.defaultScopes)
    let refreshToken = state.sessions.makeRefreshToken(for: grant)
    let session = state.sessions.open(grant, of: state.org.id, at: Timestamp(now()))
    return OpenedSession(
      accessToken: session.token, refreshToken: refreshToken,
      instanceURL: state.address, identityURL: state.identityURL(of: member.id), user: member.id)
  }

  func expireAccessTokens() {
    change { $0.sessions.expireSessions() }
  }
}
