import OrgModel

/// A login: who, and until when.
struct Session: Sendable {
  let token: String
  let user: RecordID
  /// The refresh token that it came from; with it, it ends.
  let refreshToken: String?
  var expires: Timestamp
}
