import Interface
import Localization

/// A profile as `profiles` prints it.
struct ListedProfile: Encodable {
  let profile: ProfileSummary

  init(_ profile: ProfileSummary) {
    self.profile = profile
  }

  private enum CodingKeys: String, CodingKey {
    case name, org, user, sandbox, sync, pending, login, problem
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(profile.name, forKey: .name)
    try container.encode(profile.org, forKey: .org)
    try container.encode(profile.user, forKey: .user)
    try container.encode(profile.isSandbox, forKey: .sandbox)
    try container.encode(profile.isSyncOn, forKey: .sync)
    try container.encode(profile.pending, forKey: .pending)
    try container.encode(profile.login.rawValue, forKey: .login)
    try container.encode(profile.problem, forKey: .problem)
  }

  /// For people.
  static func table(_ profiles: [ListedProfile]) -> String {
    let heading = [
      localized("NAME"), localized("ORG"), localized("USER"), localized("SYNC"), localized("WAITING"),
      localized("LOGIN"),
    ]
    return TextTable.text([heading] + profiles.map(\.cells))
  }

  private var cells: [String] {
    if let problem = profile.problem { return [profile.name, problem, "", "", "", ""] }
    let login =
      switch profile.login {
      case .none: localized("none", "login")
      case .present: localized("logged in")
      case .ended: localized("login needed")
      }
    let org = profile.org ?? "-"
    return [
      profile.name, profile.isSandbox ? localized("\(org) (sandbox)") : org, profile.user ?? "-",
      profile.isSyncOn ? localized("on") : localized("off"), profile.pending.grouped, login,
    ]
  }
}
