import ArgumentParser
import Foundation
import ReminderStore

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the Command Center (what happens without a command).")

  @OptionGroup var options: ProfileOptions

  func run() throws {
    try reportingFailures {
      let profile = try options.resolve()
      switch try open(profile, isNew: !profile.exists) {
      case .quit: break
      case .openDemo: _ = try DemoOrg().open(profile.places)
      case .useWithoutSalesforce: _ = try open(profile, isNew: false)
      }
    }
  }

  private func open(_ profile: Profile, isNew: Bool) throws -> Application.Outcome {
    _ = try ConfigFile(url: profile.places.configFile).load()
    if isNew {
      // Nothing is made before the user has chosen.
      return try Application(profile: profile, store: profile.openStoreToRead(), org: nil, isNew: true).run()
    }
    let store = try profile.openStore()
    let session = try CredentialFile(path: profile.credentialPath).load()
    let org = session.map { OrgLink(profile: profile, session: $0).connection }
    return try Application(profile: profile, store: store, org: org, isNew: false).run()
  }
}
