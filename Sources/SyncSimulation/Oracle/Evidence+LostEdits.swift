import Foundation
import OrgModel
import ReminderStore
import Reminders

extension Evidence {
  /// 2: every accepted edit here is there, or superseded by a later one, or in the conflict log, or listed as refused.
  func checkLostEdits() -> [Violation] {
    ledger.edits.sorted { $0.key < $1.key }
      .flatMap { id, edits in
        // Only the last edit of a field has not been superseded here.
        ReminderField.allCases.compactMap { field in edits.last { $0.field == field } }
          .filter { !isAccountedFor($0) }
          .map { Violation(.noLostEdit, "\($0.words) is lost: \(whereabouts($0))") }
      }
  }

  private func isAccountedFor(_ edit: Ledger.Edit) -> Bool {
    if edit.isTakenBack || edit.isAsAgreed && !hasArrived(edit) { return true }
    if let deletion = ledger.deletions[edit.reminder], deletion >= edit.at { return true }
    guard let entry = contents.entries[edit.reminder] else { return ledger.emptied.contains(edit.reminder) }
    // A task always has an owner there, so nobody is not a value that it can take.
    if entry.isRefused || edit.field == .assignee && edit.fields.assignee == nil { return true }
    let isSame = entry.fields.agrees(with: edit.fields, on: edit.field)
    if edit.field.isOnlyHere { return isSame }
    if isSame, !entry.isDeleted || edit.isAsAgreed || wasThereWhenDeleted(edit) { return true }
    return isInConflictLog(edit) || wasSupersededThere(edit)
  }

  private func isInConflictLog(_ edit: Ledger.Edit) -> Bool {
    contents.conflicts[edit.reminder, default: []]
      .contains { entry in
        switch entry.subject {
        case .field(let field): field == edit.field && entry.hereValue == edit.fields.text(of: field)
        case .deletion: true
        }
      }
  }

  /// Whether anything that was sent from here ever changed the field there: else what was taken back never happened there.
  private func hasArrived(_ edit: Ledger.Edit) -> Bool {
    ids(of: edit.reminder)
      .contains { id in
        changes[id, default: []].contains { $0.isOurs && !$0.changed.isDisjoint(with: edit.field.fieldsThere) }
      }
  }

  /// Whether the edit only brought back what was there: nothing of it is to be kept.
  private func wasThereWhenDeleted(_ edit: Ledger.Edit) -> Bool {
    ids(of: edit.reminder)
      .contains { id in versions(of: id).last.map { holds($0.record, edit.field, as: edit.fields) } ?? false }
  }

  /// Whether the value was there at or after the edit, and somebody else changed or deleted it since.
  private func wasSupersededThere(_ edit: Ledger.Edit) -> Bool {
    ids(of: edit.reminder)
      .contains { id in
        versions(of: id)
          .contains { version in
            guard version.until >= edit.at, holds(version.record, edit.field, as: edit.fields) else { return false }
            let since = max(version.from, edit.at)
            return wasEditedAsAnother(edit, id, since)
              || changes[id, default: []]
                .contains { change in
                  guard !change.isOurs, change.at >= since else { return false }
                  switch change.kind {
                  case .deleted, .purged: return true
                  default: return !change.changed.isDisjoint(with: edit.field.fieldsThere)
                  }
                }
          }
      }
  }

  /// Whether the user changed the field later on another reminder of the same record: a task that was given away out of his
  /// sight, which he has in the trash, comes as a new one when it is given back.
  private func wasEditedAsAnother(_ edit: Ledger.Edit, _ id: String, _ since: Date) -> Bool {
    ledger.edits.contains { other, edits in
      other != edit.reminder && ids(of: other).contains(id)
        && edits.contains { $0.field == edit.field && $0.at >= since }
    }
  }

  private func whereabouts(_ edit: Ledger.Edit) -> String {
    guard let entry = contents.entries[edit.reminder] else { return "the reminder is gone" }
    let there = entry.salesforceID.flatMap { records[$0] }
      .map { fields(of: $0, agreedBefore: entry.fields).text(of: edit.field) }
    return "here\(entry.isDeleted ? " in the trash" : "") it is “\(entry.fields.text(of: edit.field))”, there "
      + (there.map { "“\($0)”" } ?? "nothing")
  }
}
