import Localization
import Reminders

/// Something that was done to a task during a triage.
struct TriageStep: Sendable {
  /// Which of the tasks of the triage.
  let place: Int
  let action: UserAction
  /// Its entry in the history; `nil` until it is on the disk.
  var entry: Int64?
}

extension UserAction {
  /// The one task that it is about; `nil` if it is about none, or more.
  var onlyTask: ReminderID? {
    switch self {
    case .setCompleted(let ids, _), .setPriority(let ids, _), .setDue(let ids, _), .setReminder(let ids, _),
      .delete(let ids), .restore(let ids),
      .dismissConflicts(let ids), .send(let ids), .retry(let ids), .giveUp(let ids):
      ids.count == 1 ? ids[0] : nil
    case .edit(let id, _, _), .resolveConflict(let id, _, _): id
    case .create, .answerVanishing, .undo, .redo, .undoEntries: nil
    }
  }
}

/// What became of a task in a triage; in the order in which the summary tells of them.
enum TriageOutcome: Sendable, CaseIterable {
  case completed, reopened, moved, deleted, changed, skipped
  /// Left out.
  case gone
  /// Not come to.
  case ahead

  /// What an action makes of a task that it is about; `nil` if it is about no task.
  init?(_ action: UserAction) {
    switch action {
    case .setCompleted(_, true): self = .completed
    case .setCompleted(_, false): self = .reopened
    case .setDue: self = .moved
    case .delete: self = .deleted
    case .setPriority, .setReminder, .edit, .dismissConflicts, .resolveConflict, .send, .giveUp: self = .changed
    default: return nil
    }
  }

  /// Whether the triage goes on to the next task then.
  var isDecision: Bool { self != .changed }
}

extension TriageOutcome {
  /// What tasks became, beside their number.
  var title: String {
    switch self {
    case .completed: localized("completed", "tasks")
    case .reopened: localized("reopened", "tasks")
    case .moved: localized("moved", "tasks")
    case .deleted: localized("deleted", "tasks")
    case .changed: localized("changed", "tasks")
    case .skipped: localized("skipped", "tasks")
    case .gone: localized("left out, gone meanwhile")
    case .ahead: localized("left for another time")
    }
  }

  /// The same in a row of them: `2 completed`.
  func words(for count: Int) -> String {
    switch self {
    case .completed: localized(count, one: "\(count) completed", other: "\(count) completed")
    case .reopened: localized(count, one: "\(count) reopened", other: "\(count) reopened")
    case .moved: localized(count, one: "\(count) moved", other: "\(count) moved")
    case .deleted: localized(count, one: "\(count) deleted", other: "\(count) deleted")
    case .changed: localized(count, one: "\(count) changed", other: "\(count) changed")
    case .skipped: localized(count, one: "\(count) skipped", other: "\(count) skipped")
    case .gone: localized(count, one: "\(count) gone", other: "\(count) gone")
    case .ahead: localized(count, one: "\(count) left", other: "\(count) left")
    }
  }
}
