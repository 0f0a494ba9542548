import ArgumentParser
import Foundation
import Localization
import ReminderStore
import Reminders

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Undo the last action, in Salesforce too.",
    discussion: "Again and again it goes further back; redo does what was undone again.")
  @OptionGroup var options: ProfileOptions

  func run() throws { try options.perform(.undo, nothing: localized("There is nothing to undo.")) }
}

struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Do again what was undone last, in Salesforce too.")
  @OptionGroup var options: ProfileOptions

  func run() throws { try options.perform(.redo, nothing: localized("There is nothing to do again.")) }
}

extension ProfileOptions {
  /// Does an action that is about no task in particular, and prints what it did.
  func perform(_ action: UserAction, nothing: String) throws {
    try reportingFailures {
      say(try resolve().openPresentStore().perform(action, at: Date())?.summary ?? nothing)
    }
  }
}
