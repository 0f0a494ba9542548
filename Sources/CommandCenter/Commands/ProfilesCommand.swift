import ArgumentParser
import Foundation
import Interface
import Localization

struct ProfilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles",
    abstract: "List the profiles: each an org and its tasks, with settings and a login of its own.",
    discussion: "Every command takes one with --profile; a new name makes a new one.")

  @Option(help: "How it is printed.")
  var format = TextFormat.text

  func run() throws {
    try reportingFailures {
      let list = ProfileList(Places())
      switch format {
      case .json: print(try JSONOutput.text(list.summaries.map(ListedProfile.init)))
      case .text:
        let profiles = list.summaries.map(ListedProfile.init)
        say(
          profiles.isEmpty
            ? localized("There is no profile yet: command-center makes one.") : ListedProfile.table(profiles))
      }
    }
  }
}
