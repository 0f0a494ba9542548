import OrgModel

/// What new access tokens are had for.
struct RefreshToken: Sendable {
  /// Tokens are counted in the order in which they were made.
  let number: Int
  let grant: Grant
  /// `nil`: when it is revoked.
  let expires: Timestamp?
  /// Whether another one has taken its place. It is remembered, for who comes with it again may have stolen it.
  var isSpent = false

  func isValid(at now: Timestamp) -> Bool { !isSpent && expires.map { $0 > now } ?? true }
}
