import ArgumentParser
import Foundation
import ReminderStore
import Reminders

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "Print tasks.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, csv, ics
  }

  @OptionGroup var options: ProfileOptions
  @Option(help: "Which tasks: \(ReminderView.allCases.map(\.rawValue).joined(separator: ", ")).")
  var view = ReminderView.agenda
  @Option(help: "Only tasks with all these words in name, details, person or related record.")
  var filter: String?
  @Option(help: "How: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = Format.table

  func run() throws {
    try reportingFailures {
      let now = Date()
      let words = (filter ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
      let rows = try options.resolve().openStoreToRead().rows(view, on: LocalDay(at: now, in: .current))
        .filter { row in words.allSatisfy { row.contains($0) } }
      switch format {
      case .table: print(ReminderTable.text(rows))
      case .json: print(try JSONOutput.text(rows.map(ListedReminder.init)))
      case .csv: print(ReminderCSV.text(rows))
      case .ics: print(ReminderICS.text(rows, at: now))
      }
    }
  }
}

extension ReminderView: ExpressibleByArgument {}

extension ReminderRow {
  /// Whether a word stands in what a user sees of it, whatever its case and accents.
  fileprivate func contains(_ word: String) -> Bool {
    let fields = reminder.fields
    return [fields.name, fields.details, fields.person?.name ?? "", fields.relatedTo?.name ?? ""]
      .contains { $0.range(of: word, options: [.caseInsensitive, .diacriticInsensitive]) != nil }
  }
}
