/// A list of reminders that can be asked for; the raw values are those of `list --view`.
package enum ReminderView: String, Sendable, CaseIterable {
  case today, tomorrow, agenda, overdue, upcoming, open, delegated, completed, trash, all
  /// What waits to be sent, is refused or in conflict, deletions among it.
  case outbox
}

/// How many reminders want attention, for the status bar and the `status` command.
package struct ReminderCounts: Hashable, Sendable {
  /// Changes that wait to be sent, those that Salesforce refused not counted.
  package var pending = 0
  package var conflicts = 0
  package var refused = 0
  /// Tasks that are gone in Salesforce, many at once: they stay here until the user has answered.
  package var vanishing = 0

  package init() {}
}
