import ArgumentParser
import Foundation
import ReminderStore
import Reminders

struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a task typed on one line.",
    discussion: "For example: add \"Call Ada about renewal tomorrow !high #call @Ada Lovelace\"")

  @OptionGroup var options: ProfileOptions
  @Argument(help: "What is to be done, with a date, !high, #kind and @person where you like.")
  var text: [String]

  func run() throws {
    try reportingFailures {
      let now = Date()
      let entry = try QuickEntry(
        text.joined(separator: " "), today: LocalDay(at: now, in: .current).day,
        order: DayMonthOrder(locale: Locale.current.identifier))
      let store = try options.resolve().openStore()
      let draft = try entry.draft { try store.person(named: $0) }
      guard let report = try store.perform(.create(draft), at: now), let id = report.reminders.first else { return }
      let due = draft.fields.due.map { ", due \($0.iso)" } ?? ""
      print("\(id.rawValue.prefix(8))  \(report.summary)\(due)")
    }
  }
}

extension QuickEntry {
  /// The draft of what was typed, its person looked up.
  ///
  /// - Throws: `ReminderError.unknownPerson` when nobody has that name.
  func draft(person lookUp: (String) throws -> RecordReference?) throws -> ReminderDraft {
    var draft = ReminderDraft(fields: ReminderFields(name: name, priority: priority, due: due, kind: kind))
    if let personName {
      guard let person = try lookUp(personName) else { throw ReminderError.unknownPerson(personName) }
      draft.fields.person = person
    }
    return draft
  }
}
