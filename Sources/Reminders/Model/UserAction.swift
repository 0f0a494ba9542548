package import Foundation

/// What a user can do to the reminders; the store carries it out in one transaction.
package enum UserAction: Sendable, Hashable {
  case create(ReminderDraft)
  /// Writes only the given fields, so that what the user did not touch is not taken back.
  case edit(ReminderID, ReminderFields, Set<ReminderField>)
  case setCompleted([ReminderID], Bool)
  case setPriority([ReminderID], Reminder.Priority)
  case setDue([ReminderID], Day?)
  case setReminder([ReminderID], Date?)
  case delete([ReminderID])
  /// Takes deleted reminders out of the trash.
  case restore([ReminderID])
  /// The user has seen what was in conflict, and leaves it as it was merged.
  case dismissConflicts([ReminderID])
  /// Makes the version of one side stand where both had changed a reminder; `nil` means all fields in conflict.
  case resolveConflict(ReminderID, keeping: Merge.Side, ReminderField?)
  /// Sends reminders that are only here.
  case send([ReminderID])
  /// Tries again what Salesforce refused.
  case retry([ReminderID])
  /// Gives up what Salesforce refused: what is there stands here too; a task that it never took stays local only.
  case giveUp([ReminderID])
  /// Answers whether tasks that would vanish here all at once shall (sync-rules.md §3).
  case answerVanishing(VanishingAnswer)
  /// Reverses the last action that is not reversed yet.
  case undo
  /// Does again the action that was reversed last.
  case redo
  /// Reverses the actions with these entries in the history as one, which can be done again as one.
  ///
  /// Those that are undone already are passed over, and what an action that is none of them did later stands.
  case undoEntries([Int64])
}

/// What the user wants of tasks that are gone in Salesforce, many at once.
package enum VanishingAnswer: String, Sendable {
  /// They go to the trash here.
  case delete
  /// They stay here, no longer linked: local only.
  case keep
}

/// What an action did, in words for the status bar.
package struct ActionReport: Sendable, Hashable {
  /// E.g. `Completed “Call Ada”`.
  package let summary: String
  /// The reminders it touched.
  package let reminders: [ReminderID]
  /// Its entry in the history; `nil` where there is nothing to undo.
  package let entry: Int64?

  package init(summary: String, reminders: [ReminderID], entry: Int64? = nil) {
    self.summary = summary
    self.reminders = reminders
    self.entry = entry
  }
}
