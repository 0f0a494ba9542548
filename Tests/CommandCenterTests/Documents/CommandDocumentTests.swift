import ArgumentParser
import Foundation
import Interface
import ReminderSync
import Reminders
import Testing

@testable import CommandCenter
@testable import ReminderStore

@Suite("docs/scripting.md")
struct CommandDocumentTests {
  private let document: Document

  init() throws { document = try Document("docs/scripting.md") }

  private static let commands = CommandCenter.configuration.subcommands.filter { $0.configuration.shouldDisplay }

  private static func name(_ command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? ""
  }

  /// A heading may name several commands.
  private func section(_ command: String) -> String {
    document.section { $0.components(separatedBy: ", ").contains(command) }
  }

  private func isTold(_ text: String, of command: String) -> Bool { section(command).contains(text) }

  /// The options of a command and of those below it, but for those that every command has.
  private static func options(of command: any ParsableCommand.Type) -> Set<String> {
    let help = CommandCenter.helpMessage(for: command, columns: 10_000)
    let own = help.components(separatedBy: "OPTIONS:\n").dropFirst().joined().split(separator: "\n")
      .flatMap { $0.prefix { $0 != "<" }.matches(of: /--[a-z][a-z-]*/).map { String($0.0) } }
    return command.configuration.subcommands.reduce(Set(own)) { $0.union(options(of: $1)) }
      .subtracting(["--help", "--version", "--profile"])
  }

  @Test("It tells of every command with an example")
  func commands() {
    for command in Self.commands.map(Self.name) {
      #expect(isTold("command-center", of: command), "There is no section “## \(command)” with an example.")
      #expect(isTold(command, of: command))
    }
  }

  @Test("It tells of every option")
  func options() {
    for command in Self.commands {
      for option in Self.options(of: command) {
        #expect(isTold(option, of: Self.name(command)))
      }
    }
    #expect(Self.options(of: LoginCommand.self).contains("--token-stdin"))
  }

  @Test("It tells of every field of the JSON, and of every view and format")
  func fields() throws {
    func keys(_ value: some Encodable) throws -> [String] {
      let object = try JSONSerialization.jsonObject(with: Data(JSONOutput.text(value).utf8))
      return (object as? [String: Any]).map { Array($0.keys) } ?? []
    }
    let conflict = ConflictEntry(
      reminder: ReminderID(rawValue: "0"), subject: .field(.due), kept: .here, hereValue: "", thereValue: "",
      author: "", authorAt: .distantPast)
    let expected: [(command: String, words: [String])] = [
      ("list", ListedReminder.columns + ReminderView.allCases.map(\.rawValue)),
      ("list", SyncMark.allCases.map(\.rawValue) + ListCommand.Format.allCases.map(\.rawValue)),
      ("sync", try keys(SyncReport())),
      (
        "status",
        try keys(StatusReport(SyncState(), counts: ReminderCounts(), isOn: true, hasLeader: true))
          + StatusCommand.Format.allCases.map(\.rawValue)
      ),
      ("conflicts", try keys(ListedConflict(conflict, of: OutputTests.row("Call Ada")))),
      ("conflicts", ReminderField.allCases.map(\.rawValue)),
      ("profiles", try keys(ListedProfile(ProfileSummary(name: "default")))),
    ]
    for (command, words) in expected {
      #expect(!words.isEmpty)
      for word in words {
        #expect(isTold("`\(word)`", of: command))
      }
    }
  }

  @Test("It tells of every state of the sync")
  func states() {
    let states: [SyncStatus.State] = [
      .off, .offline, .connecting, .importing(done: 0, total: nil), .live, .polling(every: .seconds(15)), .syncing,
      .waiting(until: .distantPast), .loginNeeded, .choiceNeeded,
    ]
    for state in states.map(\.name) {
      #expect(isTold("`\(state)`", of: "status"))
      #expect(isTold("`\(StatusReport.words(for: state))`", of: "status"))
    }
  }

  @Test("It tells of every exit code, and so does the page on troubles")
  func exitCodes() throws {
    let troubles = try Document("docs/troubleshooting.md").section("Exit codes")
    for code in [0, Exit.failed, Exit.usage, Exit.unavailable, Exit.tryAgain, Exit.loginNeeded] {
      #expect(document.section("Rules").contains("\n| \(code) | "))
      #expect(troubles.contains("\n| \(code) | "))
    }
  }
}
