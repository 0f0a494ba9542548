import OrgModel

extension OrgHost {
  /// Logs a user in without a password; `nil` where there is no such active user.
  func openSession(for username: String) -> OpenedSession? {
    guard let member = state.org.member(named: username), state.org.isActive(member.id) else { return nil }
    let session = state.logIn(member.id, at: Timestamp(now()))
    let refreshToken = state.sessions.makeRefreshToken(for: session.grant, at: Timestamp(now()))
    state.secrets?.formUnion([session.token, refreshToken])
    return OpenedSession(
      accessToken: session.token, refreshToken: refreshToken,
      instanceURL: state.address, identityURL: state.identityURL(of: member.id), user: member.id)
  }

  func expireAccessTokens() {
    change { $0.sessions.expireSessions() }
  }
}

extension OrgState {
  /// Logs a user in without a password, as any client.
  mutating func logIn(_ user: RecordID, at now: Timestamp) -> Session {
    sessions.logIn(user, client: nil, scopes: ConnectedApp.defaultScopes, to: org.id, at: now)
  }

  /// Keeps the tokens of another org's users who are in this one too, under the same Id and name.
  mutating func takeOverSessions(from other: OrgState) {
    let (lifetime, members) = (sessions.lifetime, org.members)
    sessions = other.sessions
    sessions.lifetime = lifetime
    sessions.endAll { user in
      members[user] != nil && members[user]?.username == other.org.members[user]?.username
    }
  }
}
