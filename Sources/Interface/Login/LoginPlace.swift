import Localization

/// Where and how a user logs in.
package enum LoginPlace: Hashable, Sendable {
  case production, sandbox
  /// The org's own domain, as typed.
  case domain(String)
  /// The login that the Salesforce CLI has of a user, by a username or an alias; `nil`: of its default org.
  case salesforceCLI(username: String?)
}

extension LoginPlace {
  /// Where that is, in a few words.
  var words: String {
    switch self {
    case .production: "login.salesforce.com"
    case .sandbox: "test.salesforce.com"
    case .domain(let text): text.firstRange(of: "https://").map { String(text[$0.upperBound...]) } ?? text
    case .salesforceCLI(let username?): localized("\(username), from the Salesforce CLI")
    case .salesforceCLI(nil): localized("the default org of sf")
    }
  }
}
