import Reminders

/// A line of a list.
enum ListLine: Hashable, Sendable {
  /// Tasks are gone from Salesforce, and wait for the user's word.
  case vanishing(count: Int)
  /// All that is overdue, folded into one line, or the heading of it.
  case overdue(count: BoundedCount, isUnfolded: Bool)
  /// - Parameter count: `nil` where not all of them were read.
  case heading(ListHeading, count: BoundedCount?)
  case row(ListHeading, ReminderRow)
  case nothing(ListHeading)
  /// There are more than were read, and how many; `nil` where that was not counted.
  case more(shown: Int, of: Int?)
  /// The same, while more are being read.
  case reading(shown: Int, of: Int?)
  case blank

  var row: ReminderRow? {
    if case .row(_, let row) = self { row } else { nil }
  }

  var whileReading: ListLine {
    if case .more(let shown, let total) = self { .reading(shown: shown, of: total) } else { self }
  }
}
