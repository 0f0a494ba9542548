/// What the screens know of the profile that is open.
package struct ProfileFacts: Hashable, Sendable {
  package let name: String
  /// There are others, so that its name is of interest.
  package var isOneOfSeveral: Bool
  package var isLoggedIn: Bool
  /// Where its user logged in last, as far as that is known.
  package var lastLogin: LoginPlace?
  /// The connected app by which `lastLogin` would be repeated, for those who know its consumer key.
  package var clientID: String
  /// Whether the Salesforce CLI is on this machine.
  package var hasSalesforceCLI: Bool

  package init(
    name: String, isOneOfSeveral: Bool = false, isLoggedIn: Bool = false, lastLogin: LoginPlace? = nil,
    clientID: String = "PlatformCLI", hasSalesforceCLI: Bool = false
  ) {
    self.name = name
    self.isOneOfSeveral = isOneOfSeveral
    self.isLoggedIn = isLoggedIn
    self.lastLogin = lastLogin
    self.clientID = clientID
    self.hasSalesforceCLI = hasSalesforceCLI
  }
}
