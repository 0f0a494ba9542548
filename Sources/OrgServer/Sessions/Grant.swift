import OrgModel

/// What a user has allowed a client. The tokens of one login belong to one grant, and end with it.
struct Grant: Sendable, Equatable {
  /// Grants are counted from 1, in the order in which they were given.
  let number: Int
  let user: RecordID
  /// The client id; `nil` where any client may use it.
  let client: String?
  let scopes: [String]

  /// Whether the client may renew its access tokens.
  var isRenewable: Bool { scopes.contains("refresh_token") || scopes.contains("offline_access") }
}
