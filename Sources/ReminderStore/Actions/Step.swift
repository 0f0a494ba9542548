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

extension Step {
  /// What of a reminder a step changes.
  enum Subject: Hashable {
    case field(ReminderField), trash, isLocalOnly, isOutOfSight, conflicts
  }

  var subjects: Set<Subject> {
    switch self {
    case .delete, .restore: [.trash]
    case .write(_, _, let changed, _): Set(changed.map(Subject.field))
    case .setLocalOnly: [.isLocalOnly]
    case .setOutOfSight: [.isOutOfSight]
    case .setConflicts: [.conflicts]
    }
  }

  /// What is left of it when it must not touch some subjects.
  func sparing(_ spared: Set<Subject>) -> Step? {
    guard case .write(let id, let fields, let changed, let completedAt) = self else {
      return subjects.isDisjoint(with: spared) ? self : nil
    }
    let rest = changed.filter { !spared.contains(.field($0)) }
    return rest.isEmpty ? nil : .write(id, fields: fields, changed: rest, completedAt: completedAt)
  }
}
