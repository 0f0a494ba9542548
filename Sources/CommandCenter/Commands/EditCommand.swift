import ArgumentParser
import Foundation
import Localization
import ReminderStore
import Reminders

struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "edit", abstract: "Change fields of a task.")
  @OptionGroup var options: ProfileOptions
  @Argument(help: "The Id of the task.", completion: .custom(Completions.tasks))
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
  @Option(help: "Open or completed.")
  var status: Status?
  @OptionGroup var call: CallOptions
  @OptionGroup var records: RecordOptions

  enum Status: String, CaseIterable, ExpressibleByArgument {
    case open, completed
  }

  func validate() throws {
    guard
      !call.isEmpty || !records.isEmpty
        || [name, due, priority, details, kind, status?.rawValue].contains(where: { $0 != nil })
    else {
      throw ValidationError(
        "Nothing to change: give --name, --due, --priority, --details, --kind, --status, --person, --related, "
          + "--assignee, --outcome or --reason.")
    }
  }

  func run() throws {
    try reportingFailures {
      let now = Date()
      let store = try options.resolve().openPresentStore()
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
      if let status {
        fields.isCompleted = status == .completed
        changed.insert(.status)
      }
      changed.formUnion(try call.write(to: &fields))
      changed.formUnion(try records.write(to: &fields, from: store))
      say(try store.perform(.edit(row.id, fields, changed), at: now)?.summary ?? localized("Nothing to do."))
    }
  }

  private func parsedDue(_ text: String, today: Day) throws -> Day? {
    if text == "none" { return nil }
    switch DayExpression(today: today).read(text) {
    case .day(let day): return day
    case .impossible(let text): throw ReminderError.noSuchDay(text)
    case .none: throw ReminderError.notADate(text)
    }
  }
}

/// What came of a call, and what it was about.
struct CallOptions: ParsableArguments {
  @Option(help: "Of a call: what came of it, in one line; it can stand in the Subject ({{call_outcome}}).")
  var outcome: String?
  @Option(help: "Of a call: what it was about, in one line; it can stand in the Subject ({{call_reason}}).")
  var reason: String?

  var isEmpty: Bool { outcome == nil && reason == nil }

  /// Writes what is given; returns the fields that it is.
  ///
  /// - Throws: a failure for a task that is no call, or a `ReminderError` for a text that is too long.
  func write(to fields: inout ReminderFields) throws -> Set<ReminderField> {
    if isEmpty { return [] }
    guard fields.kind == .call else {
      throw CommandFailure(
        "“\(fields.name)” is no call, so it has no outcome and no reason: make it one with --kind call.",
        code: Exit.usage)
    }
    var changed: Set<ReminderField> = []
    for (text, field, path) in [
      (outcome, ReminderField.callOutcome, \ReminderFields.callOutcome), (reason, .callReason, \.callReason),
    ] {
      guard let text = text?.trimmed else { continue }
      try ReminderDraft.validateCallText(text)
      fields[keyPath: path] = text
      changed.insert(field)
    }
    return changed
  }
}
