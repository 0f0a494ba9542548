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
enum TriageOutcome: String, Sendable, CaseIterable {
  case completed, reopened, moved, deleted, changed, skipped
  case gone = "left out, gone meanwhile"
  case ahead = "left for another time"

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
