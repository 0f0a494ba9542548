import Interface
import ReminderStore
import Salesforce

extension ProfileFacts {
  /// What the screens are to know of a profile; asks no keyring.
  init(_ profile: Profile, _ store: ReminderStore) {
    let credentials = Credentials(profile)
    let known = try? credentials.known
    // After a logout the org is known all the same.
    let instance = known?.instance ?? (try? store.syncState())?.org
    let address = instance.flatMap { try? OrgAddress($0) }
    self.init(
      name: profile.name, isOneOfSeveral: ProfileList(open: profile).names.contains { $0 != profile.name },
      isLoggedIn: credentials.exist, lastLogin: LoginPlace(known?.method, at: address),
      clientID: (try? ProfileLogin(profile, store).clientID(at: address)) ?? OAuthClient.salesforceCLI.id,
      hasSalesforceCLI: Program("sf") != nil)
  }
}

extension LoginPlace {
  /// How to log in as last time; `nil` where that is not known.
  fileprivate init?(_ method: LoginMethod?, at address: OrgAddress?) {
    if case .salesforceCLI(let username) = method {
      self = .salesforceCLI(username: username)
      return
    }
    guard let address else { return nil }
    switch address {
    case .production: self = .production
    case .sandbox: self = .sandbox
    default: self = .domain(address.description)
    }
  }
}
