import Localization

/// A line of the choice where to log in.
enum LoginChoice: Hashable, Sendable {
  /// As the profile was logged in last.
  case again(LoginPlace)
  case production, sandbox, domain, salesforceCLI

  /// What there is to choose from; the first one is the likeliest.
  static func all(_ profile: ProfileFacts) -> [LoginChoice] {
    let last: [LoginChoice] =
      profile.lastLogin.map { place in
        switch place {
        case .production: []
        case .sandbox: [.sandbox]
        case .domain, .salesforceCLI: [.again(place)]
        }
      } ?? []
    let others: [LoginChoice] = [.production, .sandbox, .domain] + (profile.hasSalesforceCLI ? [.salesforceCLI] : [])
    return last + others.filter { !last.contains($0) }
  }

  var title: String {
    switch self {
    case .again: localized("As last time")
    case .production: localized("Production")
    case .sandbox: localized("Sandbox")
    case .domain: localized("Own domain")
    case .salesforceCLI: "Salesforce CLI"
    }
  }

  /// Where it leads, while nothing is typed.
  var words: String {
    switch self {
    case .domain: localized("such as acme, or https://acme.my.salesforce.com")
    case .salesforceCLI: localized("\(place().words), or type an alias")
    case .again, .production, .sandbox: place().words
    }
  }

  /// Whether something can be typed: the org's own domain, or which login of the Salesforce CLI.
  var takesText: Bool { self == .domain || self == .salesforceCLI }

  /// - Parameter text: what is typed.
  func place(_ text: String = "") -> LoginPlace {
    switch self {
    case .again(let place): place
    case .production: .production
    case .sandbox: .sandbox
    case .domain: .domain(text)
    case .salesforceCLI: .salesforceCLI(username: text.isEmpty ? nil : text)
    }
  }
}
