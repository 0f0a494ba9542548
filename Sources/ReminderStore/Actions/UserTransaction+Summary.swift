import Foundation
import Localization
import Reminders

extension UserTransaction {
  /// What the history remembers of an action: of its one task by name, else of how many.
  func summary(of action: UserAction) -> String {
    let count = touched.count
    let name = touched.first?.fields.name ?? ""
    let only = count == 1 ? name : nil
    return switch action {
    case .create:
      localized("Added “\(name)”")
    case .edit:
      localized("Changed “\(name)”")
    case .setCompleted(_, true):
      only.map { localized("Completed “\($0)”") }
        ?? localized(count, one: "Completed \(count) task", other: "Completed \(count) tasks")
    case .setCompleted(_, false):
      only.map { localized("Reopened “\($0)”") }
        ?? localized(count, one: "Reopened \(count) task", other: "Reopened \(count) tasks")
    case .setPriority(_, .high):
      only.map { localized("High priority for “\($0)”") }
        ?? localized(count, one: "High priority for \(count) task", other: "High priority for \(count) tasks")
    case .setPriority(_, .normal):
      only.map { localized("Normal priority for “\($0)”") }
        ?? localized(count, one: "Normal priority for \(count) task", other: "Normal priority for \(count) tasks")
    case .setDue(_, let due?):
      summary(of: only, count, due: due.short(from: LocalDay(at: now, in: .gmt).day))
    case .setDue(_, nil):
      only.map { localized("No due date now: “\($0)”") }
        ?? localized(count, one: "No due date now: \(count) task", other: "No due date now: \(count) tasks")
    case .setReminder(_, .some):
      only.map { localized("Snoozed the reminder of “\($0)”") }
        ?? localized(
          count, one: "Snoozed the reminder of \(count) task", other: "Snoozed the reminder of \(count) tasks")
    case .setReminder(_, nil):
      only.map { localized("No reminder now for “\($0)”") }
        ?? localized(count, one: "No reminder now for \(count) task", other: "No reminder now for \(count) tasks")
    case .delete:
      only.map { localized("Deleted “\($0)”") }
        ?? localized(count, one: "Deleted \(count) task", other: "Deleted \(count) tasks")
    case .restore:
      only.map { localized("Restored “\($0)”") }
        ?? localized(count, one: "Restored \(count) task", other: "Restored \(count) tasks")
    case .dismissConflicts:
      only.map { localized("Left as merged: “\($0)”") }
        ?? localized(count, one: "Left as merged: \(count) task", other: "Left as merged: \(count) tasks")
    case .resolveConflict(_, .here, _):
      localized("Kept your version of “\(name)”")
    case .resolveConflict(_, .there, _):
      localized("Kept Salesforce’s version of “\(name)”")
    case .send:
      only.map { localized("Sending “\($0)”") }
        ?? localized(count, one: "Sending \(count) task", other: "Sending \(count) tasks")
    case .retry:
      only.map { localized("Trying again: “\($0)”") }
        ?? localized(count, one: "Trying again: \(count) task", other: "Trying again: \(count) tasks")
    case .giveUp:
      only.map { localized("Gave up the refused change of “\($0)”") }
        ?? localized(
          count, one: "Gave up the refused change of \(count) task",
          other: "Gave up the refused change of \(count) tasks")
    case .answerVanishing(.delete):
      only.map { localized("Let go “\($0)”") }
        ?? localized(count, one: "Let go \(count) task", other: "Let go \(count) tasks")
    case .answerVanishing(.keep):
      only.map { localized("Kept here only: “\($0)”") }
        ?? localized(count, one: "Kept here only: \(count) task", other: "Kept here only: \(count) tasks")
    case .undo, .redo, .undoEntries: ""
    }
  }

  private func summary(of only: String?, _ count: Int, due: String) -> String {
    only.map { localized("Due \(due): “\($0)”") }
      ?? localized(count, one: "Due \(due): \(count) task", other: "Due \(due): \(count) tasks")
  }
}
