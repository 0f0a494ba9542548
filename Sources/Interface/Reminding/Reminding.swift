import Foundation
import Reminders

/// The tasks whose moment to be reminded of has come, the earliest first, until the user has answered; and when the next
/// one comes.
struct Reminding: Sendable {
  struct Item: Hashable, Sendable {
    var row: ReminderRow
    /// The moment came while the program was closed.
    let isMissed: Bool
  }

  private(set) var items: [Item] = []
  /// When tasks are to be asked for; `nil` if none has a moment to come.
  private(set) var next: Date?

  /// The one that is shown.
  var current: Item? { items.first }

  static let keys = [
    KeyBinding(.answerReminder, "M", "answer the reminder: open, complete, snooze or dismiss the task")
  ]

  /// A moment is missed when it is past by so much.
  private static let lateness: TimeInterval = 60

  /// Takes up what the store tells of the moments to come, and of the task that is shown.
  mutating func take(_ upcoming: UpcomingReminders) {
    next = upcoming.next
    guard let asked = upcoming.asked, asked == current?.row.id else { return }
    if let row = upcoming.shown { items[0].row = row } else { items.removeFirst() }
  }

  /// Whether tasks are to be asked for now; it is once a moment, and once a minute where that gave none.
  mutating func isDue(at now: Date) -> Bool {
    guard let next, next <= now else { return false }
    self.next = now.addingTimeInterval(60)
    return true
  }

  mutating func add(_ rows: [ReminderRow], at now: Date) {
    // A new moment of a task that is still shown.
    let ids = Set(rows.map(\.id))
    items.removeAll { ids.contains($0.row.id) }
    items += rows.map { row in
      let remindAt = row.reminder.fields.remindAt ?? now
      return Item(row: row, isMissed: remindAt < now.addingTimeInterval(-Self.lateness))
    }
  }

  /// The user has answered about the one that is shown.
  mutating func removeCurrent() {
    if !items.isEmpty { items.removeFirst() }
  }
}
