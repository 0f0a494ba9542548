import ArgumentParser
import Foundation

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the Command Center (what happens without a command).")

  @OptionGroup var options: ProfileOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var bundle: DebugBundleOptions

  func run() throws {
    try reportingFailures {
      log.apply()
      let profile = try options.resolve()
      if try bundle.writeIfAsked(profile) { return }
      try Self.open(profile)
    }
  }

  /// Shows a profile until the user quits.
  static func open(_ profile: Profile) throws {
    try Application(places: profile.places).runLogged("open", mayLog: profile.exists, .profile(profile))
  }
}
