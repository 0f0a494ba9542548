import GRDB
import Localization
import Reminders

extension UserTransaction {
  /// The user has seen the conflicts of a reminder.
  mutating func closeConflicts(of id: ReminderID) throws {
    let conflicts = try OpenConflict.fetch(id, database)
    if !conflicts.isEmpty { try take(.setConflicts(id, entries: conflicts.map(\.id), isOpen: false)) }
  }

  /// Makes the version of a side stand, by an ordinary edit, which is pushed (sync-rules.md §4).
  ///
  /// - Parameter field: `nil` for all that is in conflict, a deletion too.
  /// - Returns: why it cannot be done; `nil` when it was, or when nothing is in conflict.
  mutating func resolveConflict(
    of id: ReminderID, keeping side: Merge.Side, _ field: ReminderField?
  ) throws -> ActionReport? {
    guard let record = try ReminderRecord.find(id, database) else { return nil }
    let conflicts = try OpenConflict.fetch(id, database)
      .filter { field == nil || $0.entry.subject == field.map(ConflictEntry.Subject.field) }
    // A field of what is in the trash is nothing to decide on, but whether it stays there is.
    guard !conflicts.isEmpty, record.deletedAt == nil || conflicts.contains(where: { $0.entry.subject == .deletion })
    else { return nil }
    guard conflicts.allSatisfy({ $0.isDeletion(by: side) || $0.version(of: side) != nil }) else {
      return ActionReport(
        summary: localized(
          """
          “\(record.fields.name)”: an earlier version of Command Center kept no version to take; \
          dismiss the conflict, or edit the task.
          """),
        reminders: [])
    }
    // The earliest first, so that the latest of the same field stands.
    for conflict in conflicts { try take(conflict, keeping: side) }
    try take(.setConflicts(id, entries: conflicts.map(\.id), isOpen: false))
    return nil
  }

  private mutating func take(_ conflict: OpenConflict, keeping side: Merge.Side) throws {
    let id = conflict.entry.reminder
    guard !conflict.isDeletion(by: side) else { return try take(.delete(id)) }
    guard let version = conflict.version(of: side) else { return }
    let changed: Set<ReminderField>
    switch conflict.entry.subject {
    case .field(let field):
      changed = [field]
    case .deletion:
      try take(.restore(id))
      changed = Set(ReminderField.allCases)
    }
    try take(.write(id, fields: version, changed: changed, completedAt: version.isCompleted ? now : nil))
  }
}
