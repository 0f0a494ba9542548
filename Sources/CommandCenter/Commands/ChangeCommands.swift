import ArgumentParser
import Foundation
import Localization
import ReminderStore
import Reminders

/// The Ids that a command acts on.
struct TargetOptions: ParsableArguments {
  @OptionGroup var options: ProfileOptions
  @Argument(
    help: ArgumentHelp("Ids of tasks: a unique beginning of the Id, or a Salesforce Id.", valueName: "id"),
    completion: .custom(Completions.tasks))
  var ids: [String]

  /// Does one action on all of them, or nothing when one of them is unknown.
  ///
  /// - Parameter nothing: What to say when none of them needed it.
  func perform(nothing: String = localized("Nothing to do."), _ action: ([ReminderRow]) throws -> UserAction) throws {
    try reportingFailures {
      let store = try options.resolve().openPresentStore()
      let rows = try ids.map { try store.resolve($0) }
      say(try store.perform(action(rows), at: Date())?.summary ?? nothing)
    }
  }
}

struct CompleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete", abstract: "Complete tasks.",
    discussion: "Of a call you may say what came of it: complete ID --outcome \"Will sign\" --reason Renewal")
  @OptionGroup var target: TargetOptions
  @OptionGroup var call: CallOptions

  func validate() throws {
    guard call.isEmpty || target.ids.count == 1 else {
      throw ValidationError("--outcome and --reason are about one call: give one Id.")
    }
  }

  func run() throws {
    try target.perform { rows in
      guard let row = rows.first, !call.isEmpty else { return .setCompleted(rows.map(\.id), true) }
      var fields = row.reminder.fields
      fields.isCompleted = true
      return .edit(row.id, fields, try call.write(to: &fields).union([.status]))
    }
  }
}

struct ReopenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "reopen", abstract: "Make completed tasks open again.")
  @OptionGroup var target: TargetOptions

  func run() throws { try target.perform { .setCompleted($0.map(\.id), false) } }
}

struct DeleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete tasks; the trash keeps them for 30 days, from which they can be restored.")
  @OptionGroup var target: TargetOptions

  func run() throws { try target.perform { .delete($0.map(\.id)) } }
}

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Take tasks out of the trash.",
    discussion: "What is in it: list --view trash. A task that is gone in Salesforce is made there anew.")
  @OptionGroup var target: TargetOptions

  func run() throws { try target.perform { .restore($0.map(\.id)) } }
}

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Print tasks with all their fields.")

  @OptionGroup var options: ProfileOptions
  @Argument(
    help: ArgumentHelp("Ids of tasks: a unique beginning of the Id, or a Salesforce Id.", valueName: "id"),
    completion: .custom(Completions.tasks))
  var ids: [String]
  @Option(help: "How it is printed; json is as of list.")
  var format = TextFormat.text

  func run() throws {
    try reportingFailures {
      let store = try options.resolve().openStoreToRead()
      let rows = try ids.map { try store.resolve($0) }
      switch format {
      case .text: print(ReminderSheet.text(rows))
      case .json: print(try JSONOutput.text(rows.map(ListedReminder.init)))
      }
    }
  }
}
