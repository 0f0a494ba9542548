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
  @Option(help: "Which tasks.")
  var view = ReminderView.agenda
  @Option(help: "Only tasks with words that begin with all of these, in name, details, person or related record.")
  var filter: String?
  @Option(help: "How they are printed.")
  var format = Format.table

  func run() throws {
    try reportingFailures {
      let now = Date()
      let store = try options.resolve().openStoreToRead()
      let rows = try store.rows(view, ListFilter(text: filter ?? ""), on: LocalDay(at: now, in: .current))
      switch format {
      case .table: print(ReminderTable.text(rows))
      case .json: print(try JSONOutput.text(rows.map(ListedReminder.init)))
      case .csv: print(ReminderCSV.text(rows), terminator: "")
      case .ics: print(try ReminderICS.text(rows, org: store.syncState().org, at: now), terminator: "")
      }
    }
  }
}

extension ReminderView: ExpressibleByArgument {}
