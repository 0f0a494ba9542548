/// How a session that ended is made anew.
package struct SessionRenewal: Sendable {
  let renew: @Sendable (Session) async throws(LoginError) -> Session

  package init(_ renew: @escaping @Sendable (Session) async throws(LoginError) -> Session) {
    self.renew = renew
  }

  /// For a session that lasts as long as it lasts.
  package static let impossible = SessionRenewal { _ throws(LoginError) in throw .sessionEnded }

  /// By the refresh token; where Salesforce rotates refresh tokens, the new session carries the new one.
  package static func refreshToken(at endpoint: TokenEndpoint) -> SessionRenewal {
    SessionRenewal { session throws(LoginError) in try await endpoint.refresh(session) }
  }

  /// By logging in again with the same password, for the demo and for scripts.
  package static func password(username: String, password: Secret, at endpoint: TokenEndpoint) -> SessionRenewal {
    SessionRenewal { _ throws(LoginError) in try await endpoint.logIn(username: username, password: password) }
  }
}
