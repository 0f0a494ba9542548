/// How a session that ended is made anew.
///
/// It returns once the new session is kept: its refresh token may be a new one, and the old one is worth nothing then.
package struct SessionRenewal: Sendable {
  let renew: @Sendable (Session) async throws(LoginError) -> Session

  package init(_ renew: @escaping @Sendable (Session) async throws(LoginError) -> Session) {
    self.renew = renew
  }

  /// For a session that lasts as long as it lasts.
  package static let impossible = SessionRenewal { _ throws(LoginError) in throw .sessionEnded }
}
