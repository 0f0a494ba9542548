import ArgumentParser
import Localization
import ReminderStore
import Reminders

struct SendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send", abstract: "Send tasks to Salesforce that are only here.",
    discussion: """
      Tasks that were made before sync was turned on are never sent on their own: list shows them as localOnly. What \
      is sent is synced from then on.
      """)
  @OptionGroup var target: TargetOptions

  func run() throws {
    try target.perform(
      nothing: localized("Nothing to send: a task that is not localOnly is in Salesforce, or on its way.")
    ) { .send($0.map(\.id)) }
  }
}

struct RetryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry", abstract: "Try again what Salesforce refused.",
    discussion: "list shows such tasks as refused, show tells why. An edit is tried again by itself.")
  @OptionGroup var target: TargetOptions

  func run() throws { try target.perform(nothing: Refused.nothing) { .retry($0.map(\.id)) } }
}

struct GiveUpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "give-up", abstract: "Give up changes that Salesforce refused.",
    discussion: "What is in Salesforce stands here then; a task that it never took is only here. undo takes it back.")
  @OptionGroup var target: TargetOptions

  func run() throws { try target.perform(nothing: Refused.nothing) { .giveUp($0.map(\.id)) } }
}

private enum Refused {
  static var nothing: String { localized("Nothing to do: Salesforce has refused nothing of this.") }
}
