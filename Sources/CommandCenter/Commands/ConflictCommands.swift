import ArgumentParser
import Foundation
import Localization
import ReminderStore
import Reminders

struct ConflictsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts", abstract: "Print what was changed here and in Salesforce at once, with both versions.",
    discussion: "The later edit stands; resolve takes the other one.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json
  }

  @OptionGroup var options: ProfileOptions
  @Option(help: "How it is printed.")
  var format = Format.table

  func run() throws {
    try reportingFailures {
      let conflicts = try options.resolve().openStoreToRead().openConflicts()
        .flatMap { row, entries in
          entries.map { ListedConflict($0, of: row) }
        }
      switch format {
      case .table: print(ListedConflict.table(conflicts))
      case .json: print(try JSONOutput.text(conflicts))
      }
    }
  }
}

struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Say which version of a task in conflict stands.",
    discussion: """
      conflicts shows both. Keeping the one that stands already marks the conflict as seen; the other one is written \
      here and in Salesforce. undo takes it back.
      """)

  @OptionGroup var options: ProfileOptions
  @Argument(
    help: "The Id of the task: a unique beginning of it, or its Salesforce Id.", completion: .custom(Completions.tasks))
  var id: String
  @Option(help: "Whose version: here (yours) or there (Salesforce's).")
  var keep: Merge.Side
  @Option(help: "Only this field; without it, all that are in conflict.")
  var field: ReminderField?

  func run() throws {
    try reportingFailures {
      let store = try options.resolve().openPresentStore()
      let row = try store.resolve(id)
      guard let report = try store.perform(.resolveConflict(row.id, keeping: keep, field), at: Date()) else {
        let name = row.reminder.fields.name
        guard let field else { throw CommandFailure("“\(name)” is not in conflict: see command-center conflicts.") }
        throw CommandFailure(
          "The field \(field.rawValue) of “\(name)” is not in conflict: see command-center conflicts.")
      }
      say(report.summary)
    }
  }
}

extension Merge.Side: ExpressibleByArgument {}
extension ReminderField: ExpressibleByArgument {}
