package import Foundation

/// When the user is to be reminded next, and how it stands with the task of which he is reminded now.
package struct UpcomingReminders: Hashable, Sendable {
  /// The earliest moment for which nobody has reminded yet; may have passed.
  package var next: Date?
  /// The task that was asked for.
  package var asked: ReminderID?
  /// It as it is now; `nil` when it is no more to be reminded of: completed, deleted, given away or put off.
  package var shown: ReminderRow?

  package init(next: Date? = nil, asked: ReminderID? = nil, shown: ReminderRow? = nil) {
    self.next = next
    self.asked = asked
    self.shown = shown
  }
}
