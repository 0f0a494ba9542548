import ArgumentParser
import Foundation

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the Command Center (what happens without a command).")

  @OptionGroup var options: ProfileOptions

  func run() throws {
    try reportingFailures {
      let profile = try options.resolve()
      try Application(places: profile.places).run(.profile(profile))
    }
  }
}
