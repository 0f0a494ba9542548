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
    // Nothing is made before the user has chosen.
    let store = try isNew ? profile.openStoreToRead() : profile.openStore()
    return try Application(profile: profile, store: store, isNew: isNew).run()
  }
}
