/// How a session that ended is made anew.
package struct SessionRenewal: Sendable {
  let renew: @Sendable (Session) async throws(LoginError) -> Session

  package init(_ renew: @escaping @Sendable (Session) async throws(LoginError) -> Session) {
    self.renew = renew
  }

  /// For a session that lasts as long as it lasts.
  package static let impossible = SessionRenewal { _ throws(LoginError) in throw .sessionEnded }
}
