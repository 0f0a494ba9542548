import Reminders

/// Where in the lists a screen leads.
struct Destination: Hashable, Sendable {
  let view: ReminderView
  /// The task to be selected there; `nil` where it does not matter.
  var reminder: ReminderID?
  var isInDetails = false
}
