import ArgumentParser
import Localization

struct LogoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logout", abstract: "Forget the login of a profile, and end it in Salesforce; the tasks stay here.")
  @OptionGroup var options: ProfileOptions

  func run() throws {
    try reportingFailures {
      let profile = try options.resolve()
      guard Credentials(profile).exist else {
        say(localized("Profile \(profile.name) is not logged in."))
        return
      }
      let login = ProfileLogin(profile, profile.exists ? try profile.openStore() : nil)
      say(try waiting { try await login.logOut() })
    }
  }
}
