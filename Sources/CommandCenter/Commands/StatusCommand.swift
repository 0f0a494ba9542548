import ArgumentParser
import Foundation
import ReminderStore
import ReminderSync
import Reminders

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Print the sync indicator, for prompts and status bars.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, tmux
  }

  @OptionGroup var options: ProfileOptions
  @Option(help: "How it is printed; tmux is one short line.")
  var format = Format.text

  func run() throws {
    try reportingFailures {
      let profile = try options.resolve()
      let store = try profile.openStoreToRead()
      let report = StatusReport(
        try store.syncState().with(LeaderLock.pulse(path: profile.lockPath)), counts: try store.counts(),
        isOn: try store.syncSettings().isOn, hasLeader: LeaderLock.isHeld(path: profile.lockPath))
      switch format {
      case .text: say(report.text)
      case .json: print(try JSONOutput.text(report))
      case .tmux: print(report.summary)
      }
    }
  }
}
