import ArgumentParser
import Foundation
import ReminderStore
import ReminderSync
import Reminders
import Salesforce

struct LoginCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "login", abstract: "Connect a profile to a Salesforce org.",
    discussion: "The access token is read from standard input, so that it is in no argument list and no history.")

  @OptionGroup var options: ProfileOptions
  @Option(help: "The address of the org, e.g. https://YOURDOMAIN.my.salesforce.com.")
  var domain: String
  @Flag(help: "Read an access token from standard input.")
  var tokenStdin = false

  func validate() throws {
    guard tokenStdin else {
      throw ValidationError("Give --token-stdin and pipe an access token in; login in the browser is not built yet.")
    }
  }

  func run() throws {
    try reportingFailures {
      let profile = try options.resolve()
      let address = try OrgAddress(domain)
      let token = (readLine() ?? "").trimmed
      guard !token.isEmpty else {
        throw CommandFailure("No access token came on standard input: pipe one in.", code: Exit.usage)
      }
      let session = Session(accessToken: Secret(token), refreshToken: nil, instance: address)
      let store = try profile.openStore()
      let org = OrgLink(profile: profile, session: session).connection
      let user = try waiting { try await SyncEngine.identify(store, with: org) }
      try CredentialFile(path: profile.credentialPath).save(session)
      try store.noteLogin()
      print("Connected to \(address) as \(user.name) (\(user.username)).")
      print("The login is kept in \(profile.credentialPath), which only you may read.")
      if try !store.syncSettings().isOn {
        print("Sync is off. Turn it on in Settings, or with: command-center settings set sync on")
      }
    }
  }
}

struct LogoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logout", abstract: "Forget the login of a profile; the tasks stay here.")
  @OptionGroup var options: ProfileOptions

  func run() throws {
    try reportingFailures {
      let profile = try options.resolve()
      let file = CredentialFile(path: profile.credentialPath)
      guard let session = try file.load() else {
        print("Profile \(profile.name) is not logged in.")
        return
      }
      file.delete()
      do {
        try waiting { try await OrgLink(profile: profile, session: session).endpoint.revoke(session) }
        print("Logged out.")
      } catch {
        print("Logged out here; the session could not be ended in Salesforce: \(error)")
      }
    }
  }
}
