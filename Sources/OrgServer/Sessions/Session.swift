import OrgModel

/// An access token: whose it is, and until when.
struct Session: Sendable {
  let token: String
  /// What it was given for.
  let grant: Grant
  let issued: Timestamp
  var expires: Timestamp

  /// Who is logged in.
  var user: RecordID { grant.user }
}
