import ArgumentParser
import Foundation
import Localization
import ReminderStore
import Reminders

struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a task typed on one line.",
    discussion: "For example: add \"Call Ada about renewal tomorrow !high #call @Ada Lovelace\"")

  @OptionGroup var options: ProfileOptions
  @Option(help: "How it is printed; json is as of list.")
  var format = TextFormat.text
  @Argument(help: "What is to be done, with a date, !high, #kind and @person where you like.")
  var text: [String]

  func run() throws {
    try reportingFailures {
      let now = Date()
      let entry = try QuickEntry(
        text.joined(separator: " "), today: LocalDay(at: now, in: .current).day)
      let store = try options.resolve().openStore()
      let draft = try entry.draft { try store.records($0) }
      guard let report = try store.perform(.create(draft), at: now), let id = report.reminders.first else { return }
      if format == .json { return print(try JSONOutput.text(ListedReminder(row: try store.resolve(id.rawValue)))) }
      let what = draft.fields.due.map { localized("\(report.summary), due \($0.iso)") } ?? report.summary
      say("\(id.rawValue.prefix(8))  \(what)")
    }
  }
}

extension QuickEntry {
  /// The draft of what was typed, its person looked up.
  ///
  /// - Parameter records: those that are known here and fit to what is looked up.
  /// - Throws: `ReminderError` when nobody has that name, or several have.
  func draft(among records: (LookUp) throws -> [KnownRecord]) throws -> ReminderDraft {
    var draft = ReminderDraft(fields: ReminderFields(name: name, priority: priority, due: due, kind: kind))
    if let person { draft.fields.person = try person.reference(among: records(person)) }
    return draft
  }
}
