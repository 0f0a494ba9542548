import Foundation
import Reminders

/// How to reverse what an action did to one reminder; kept as JSON in `history`.
enum Inverse: Codable, Equatable {
  /// It was made: delete it.
  case delete(ReminderID)
  /// It was deleted: take it out of the trash.
  case restore(ReminderID)
  /// Some fields were changed: write them as they were.
  case write(ReminderID, before: ReminderFields, changed: Set<ReminderField>, completedAt: Date?)
}
