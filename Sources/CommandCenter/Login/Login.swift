import Salesforce

/// A login of a profile: its session, and how another one is had when it ends.
struct Login: Sendable, Hashable {
  var session: Session
  let method: LoginMethod

  /// Somebody else keeps it, and goes on with it.
  var isBorrowed: Bool {
    if case .salesforceCLI = method { true } else { false }
  }
}

/// How a user logged in.
enum LoginMethod: Sendable, Hashable, Codable {
  /// By an access token that he gave; nothing renews it.
  case token
  /// In the browser, by this connected app, which renews the session by its refresh token.
  case browser(clientID: String)
  /// By the Salesforce CLI, which keeps the login of this user and renews it.
  case salesforceCLI(username: String)
  /// By a key that the org knows; every session is asked for anew.
  case key(KeyLogin)

  /// In a word of the log.
  var kind: String {
    switch self {
    case .token: "access token"
    case .browser: "browser"
    case .salesforceCLI: "Salesforce CLI"
    case .key: "key"
    }
  }
}
