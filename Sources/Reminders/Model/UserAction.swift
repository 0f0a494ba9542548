/// What a user can do to the reminders; the store carries it out in one transaction.
package enum UserAction: Sendable, Hashable {
  case create(ReminderDraft)
  /// Writes only the given fields of `draft`, so that what the user did not touch is not taken back. `kind` is
  /// written where it is not `nil`.
  case edit(ReminderID, ReminderFields, Set<ReminderField>, kind: Reminder.Kind?)
  case setCompleted([ReminderID], Bool)
  case setPriority([ReminderID], Reminder.Priority)
  case setDue([ReminderID], Day?)
  case delete([ReminderID])
  /// Takes deleted reminders out of the trash.
  case restore([ReminderID])
  /// The user has seen what was in conflict, and leaves it as it was merged.
  case dismissConflicts(ReminderID)
  /// Reverses the last action that is not reversed yet.
  case undo
}

/// What an action did, in words for the status bar.
package struct ActionReport: Sendable, Hashable {
  /// E.g. `Completed “Call Ada”`.
  package let summary: String
  /// The reminders it touched.
  package let reminders: [ReminderID]

  package init(summary: String, reminders: [ReminderID]) {
    self.summary = summary
    self.reminders = reminders
  }
}
