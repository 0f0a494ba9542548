/// What the agenda shows, read in one snapshot of the store.
package struct AgendaContents: Hashable, Sendable {
  package var overdue: [ReminderRow]
  package var today: [ReminderRow]
  package var tomorrow: [ReminderRow]
  /// Completed today, or due today and completed.
  package var completed: [ReminderRow]
  package var counts: ReminderCounts
  /// The open conflicts of the reminders in it.
  package var conflicts: [ReminderID: [ConflictEntry]]
  package var settings: SyncSettings

  package init(
    overdue: [ReminderRow] = [], today: [ReminderRow] = [], tomorrow: [ReminderRow] = [],
    completed: [ReminderRow] = [], counts: ReminderCounts = ReminderCounts(),
    conflicts: [ReminderID: [ConflictEntry]] = [:], settings: SyncSettings = SyncSettings()
  ) {
    self.overdue = overdue
    self.today = today
    self.tomorrow = tomorrow
    self.completed = completed
    self.counts = counts
    self.conflicts = conflicts
    self.settings = settings
  }
}
