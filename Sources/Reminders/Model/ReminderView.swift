/// A list of reminders that can be asked for; the raw values are those of `list --view`.
package enum ReminderView: String, Sendable, CaseIterable {
  case today, tomorrow, agenda, overdue, upcoming, open, delegated, completed, trash, all
}

/// How many reminders there are of what the status bar and the headings count.
package struct ReminderCounts: Hashable, Sendable {
  package var overdue = 0
  package var today = 0
  package var tomorrow = 0
  /// Changes that wait to be sent, those that Salesforce refused not counted.
  package var pending = 0
  package var conflicts = 0
  package var refused = 0

  package init() {}
}
