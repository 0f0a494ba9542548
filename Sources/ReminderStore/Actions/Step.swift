import Foundation
import Reminders

/// One change of one reminder that can be reversed; what an action of the user is made of.
///
/// Taking a step gives the step that reverses it. `history` keeps those as JSON.
enum Step: Codable, Equatable {
  /// Puts it into the trash.
  case delete(ReminderID)
  /// Takes it out of the trash.
  case restore(ReminderID)
  /// Makes the `changed` ones of its fields as they are in `fields`, and `completedAt` with the status.
  case write(ReminderID, fields: ReminderFields, changed: Set<ReminderField>, completedAt: Date?)
  /// Keeps it from being sent, or no longer.
  case setLocalOnly(ReminderID, Bool)
  /// Lets it leave the lists, though it stays linked, or brings it back to where it is looked after.
  case setOutOfSight(ReminderID, Bool)
  /// Opens or closes entries of its conflict log.
  case setConflicts(ReminderID, entries: [Int64], isOpen: Bool)

  var reminder: ReminderID {
    switch self {
    case .delete(let id), .restore(let id), .write(let id, _, _, _), .setLocalOnly(let id, _),
      .setOutOfSight(let id, _), .setConflicts(let id, _, _):
      id
    }
  }
}
