import ArgumentParser
import Salesforce

struct LogoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logout", abstract: "Forget the login of a profile, and end it in Salesforce; the tasks stay here.")
  @OptionGroup var options: ProfileOptions

  func run() throws {
    try reportingFailures {
      let profile = try options.resolve()
      let credentials = Credentials(profile)
      guard credentials.exist else {
        print("Profile \(profile.name) is not logged in.")
        return
      }
      let loaded = try waiting {
        try await credentials.locked {
          let loaded: Result<Login?, any Error>
          do { loaded = .success(try await credentials.load()) } catch { loaded = .failure(error) }
          await credentials.delete()
          return loaded
        }
      }
      do {
        let login = try loaded.get()
        if case .salesforceCLI = login?.method {
          print("Logged out here; the Salesforce CLI stays logged in.")
        } else {
          try waiting { try await login?.revoke() }
          print("Logged out.")
        }
      } catch {
        print("Logged out here; the session could not be ended in Salesforce: \(CommandFailure(error).line)")
      }
    }
  }
}
