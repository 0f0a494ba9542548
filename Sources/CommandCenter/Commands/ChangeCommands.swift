import ArgumentParser
import Foundation
import ReminderStore
import Reminders

/// The Ids that a command acts on.
struct TargetOptions: ParsableArguments {
  @OptionGroup var options: ProfileOptions
  @Argument(help: "Ids of tasks: a unique beginning of the Id, or a Salesforce Id.")
  var ids: [String]

  /// Does one action on all of them, or nothing when one of them is unknown.
  func perform(_ action: ([ReminderID]) -> UserAction) throws {
    try reportingFailures {
      let store = try options.resolve().openStoreToRead()
      let reminders = try ids.map { try store.resolve($0).id }
      let report = try store.perform(action(reminders), at: Date())
      print(report?.summary ?? "Nothing to do.")
    }
  }
}

struct CompleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "complete", abstract: "Complete tasks.")
  @OptionGroup var target: TargetOptions

  func run() throws { try target.perform { .setCompleted($0, true) } }
}

struct ReopenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "reopen", abstract: "Make completed tasks open again.")
  @OptionGroup var target: TargetOptions

  func run() throws { try target.perform { .setCompleted($0, false) } }
}

struct DeleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete tasks; they stay in the trash and can be restored.")
  @OptionGroup var target: TargetOptions

  func run() throws { try target.perform { .delete($0) } }
}

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "restore", abstract: "Take tasks out of the trash.")
  @OptionGroup var target: TargetOptions

  func run() throws { try target.perform { .restore($0) } }
}

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Print tasks with all their fields.")
  @OptionGroup var options: ProfileOptions
  @Argument(help: "Ids of tasks.")
  var ids: [String]

  func run() throws {
    try reportingFailures {
      let store = try options.resolve().openStoreToRead()
      print(try JSONOutput.text(try ids.map { ListedReminder(row: try store.resolve($0)) }))
    }
  }
}

struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "edit", abstract: "Change fields of a task.")
  @OptionGroup var options: ProfileOptions
  @Argument(help: "The Id of the task.")
  var id: String
  @Option(help: "What is to be done.")
  var name: String?
  @Option(help: "When: tomorrow, fri, +3d, 2026-12-01, or none.")
  var due: String?
  @Option(help: "normal or high.")
  var priority: String?
  @Option(help: "What there is to know.")
  var details: String?
  @Option(help: "email, call, inMail or custom.")
  var kind: String?

  func validate() throws {
    guard [name, due, priority, details, kind].contains(where: { $0 != nil }) else {
      throw ValidationError("Nothing to change: give --name, --due, --priority, --details or --kind.")
    }
  }

  func run() throws {
    try reportingFailures {
      let now = Date()
      let store = try options.resolve().openStoreToRead()
      let row = try store.resolve(id)
      var fields = row.reminder.fields
      var changed: Set<ReminderField> = []
      if let name {
        fields.name = try ReminderDraft.validatedName(name)
        changed.insert(.name)
      }
      if let due {
        fields.due = try parsedDue(due, today: LocalDay(at: now, in: .current).day)
        changed.insert(.due)
      }
      if let priority {
        guard let value = Reminder.Priority(rawValue: priority) else { throw ReminderError.unknownPriority(priority) }
        fields.priority = value
        changed.insert(.priority)
      }
      if let details {
        try ReminderDraft.validateDetails(details)
        fields.details = details
        changed.insert(.details)
      }
      if let kind {
        guard let value = Reminder.Kind.allCases.first(where: { $0.rawValue.lowercased() == kind.lowercased() }) else {
          throw ReminderError.unknownKind(kind)
        }
        fields.kind = value
        changed.insert(.kind)
      }
      print(try store.perform(.edit(row.id, fields, changed), at: now)?.summary ?? "Nothing to do.")
    }
  }

  private func parsedDue(_ text: String, today: Day) throws -> Day? {
    if text == "none" { return nil }
    switch DayExpression(today: today, order: DayMonthOrder(locale: Locale.current.identifier)).read(text) {
    case .day(let day): return day
    case .impossible(let text): throw ReminderError.noSuchDay(text)
    case .none: throw ReminderError.notADate(text)
    }
  }
}
