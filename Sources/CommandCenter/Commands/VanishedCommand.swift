import ArgumentParser
import Foundation
import Localization
import ReminderStore
import Reminders

struct VanishedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vanished", abstract: "Decide about many tasks that are gone from Salesforce at once.",
    discussion: """
      They were deleted there, or you can no longer see them. A few go here too. Many at once may be a mistake there, so \
      they stay here until you have decided. Without an option it prints how many there are.
      """)

  enum Answer: EnumerableFlag {
    case delete, keep

    static func help(for answer: Answer) -> ArgumentHelp? {
      switch answer {
      case .delete: "They go here too: to the trash what was deleted, out of the lists what may still be there."
      case .keep: "They stay here, and are only here."
      }
    }
  }

  @OptionGroup var options: ProfileOptions
  @Flag var answer: Answer?

  func run() throws {
    try reportingFailures {
      let profile = try options.resolve()
      let store = try answer == nil ? profile.openStoreToRead() : profile.openPresentStore()
      let count = try store.counts().vanishing
      guard count > 0, let answer else {
        say(StatusReport.vanishing(count) ?? localized("There is nothing to decide."))
        return
      }
      let report = try store.perform(.answerVanishing(answer == .delete ? .delete : .keep), at: Date())
      say(report?.summary ?? localized("There is nothing to decide."))
    }
  }
}
