import Reminders
import Terminal

/// What can be done to the selected task, on every screen that shows tasks.
enum TaskCommands {
  static let keys = [
    KeyBinding(.toggleCompleted, "space", "complete or reopen", hint: "done"),
    KeyBinding(.takeOtherVersion, "X", "conflict: take the other version", hint: "other version"),
    KeyBinding(.compareVersions, "C", "conflict: choose field by field", hint: "by field"),
    KeyBinding(.dismissConflicts, "x", "conflict seen: leave it as it was merged", hint: "seen"),
    KeyBinding(.retry, "R", "refused by Salesforce: try again", hint: "try again"),
    KeyBinding(.giveUp, "U", "refused by Salesforce: give up, what is there stands", hint: "give up"),
    KeyBinding(.send, "p", "only here: send it to Salesforce", hint: "send"),
    KeyBinding(.edit, "e", "edit", hint: "edit"),
    KeyBinding(.snooze, "s", "snooze: then t, m, w, d or n", hint: "snooze"),
    KeyBinding(.togglePriority, "!", "high or normal priority"),
    KeyBinding(.delete, "d", "delete; nothing is asked, u undoes it", hint: "delete"),
    KeyBinding(.sayOutcome, "O", "say what came of a call, also of the one just completed"),
  ]

  /// What can be done to a task in the trash.
  static let trashKeys = [KeyBinding(.restore, "space R", "take it out of the trash", hint: "restore")]

  /// The steps of a command; `nil` if it is not about the task.
  static func steps(for command: Command, on row: ReminderRow, _ context: Context) -> [Step]? {
    let fields = row.reminder.fields
    switch command {
    case .toggleCompleted: return [.effect(.perform(.setCompleted([row.id], !fields.isCompleted)))]
    case .togglePriority:
      return [.effect(.perform(.setPriority([row.id], fields.priority == .high ? .normal : .high)))]
    case .delete: return [.effect(.perform(.delete([row.id])))]
    case .restore: return [.effect(.perform(.restore([row.id])))]
    case .edit: return [.open(FormScreen(editing: row))]
    case .snooze: return [.open(SnoozeMenu(row: row))]
    case .takeOtherVersion, .compareVersions, .dismissConflicts:
      guard row.isInConflict(context) else { return [.say("This task is not in conflict.")] }
      return conflictSteps(for: command, on: row, context)
    case .retry, .giveUp:
      guard row.refusal != nil else { return [.say("Salesforce has refused nothing of this task.")] }
      return [.effect(.perform(command == .retry ? .retry([row.id]) : .giveUp([row.id])))]
    case .send:
      guard row.mark == .localOnly else { return [.say("This task is not only here.")] }
      guard context.list.settings.isOn else { return [.say("Sync is off: turn it on in the settings first.")] }
      return [.effect(.perform(.send([row.id])))]
    case .sayOutcome:
      guard row.reminder.kind == .call else { return [.say("This task is no call.")] }
      return [.open(FormScreen(editing: row, focus: .callOutcome))]
    default: return nil
    }
  }

  private static func conflictSteps(for command: Command, on row: ReminderRow, _ context: Context) -> [Step] {
    switch command {
    case .dismissConflicts: return [.effect(.perform(.dismissConflicts([row.id])))]
    case .takeOtherVersion:
      let kept = Set(context.conflicts(of: row.id).map(\.kept))
      // Where here stands in one field and there in another, "the other" is no one side.
      guard kept.count == 1, let side = kept.first else { return [.open(ConflictMenu(row))] }
      return [.effect(.perform(.resolveConflict(row.id, keeping: side.other, nil)))]
    default: return [.open(ConflictMenu(row))]
    }
  }

  /// The word of a hint for this very task; `nil` where the key would do nothing to it.
  static func hint(for binding: KeyBinding, on row: ReminderRow, _ context: Context) -> String? {
    switch binding.command {
    case .toggleCompleted where row.reminder.fields.isCompleted: "reopen"
    case .toggleCompleted where row.isClosedOnlyThere: "accept as completed"
    case .takeOtherVersion, .compareVersions, .dismissConflicts: row.isInConflict(context) ? binding.hint : nil
    case .retry, .giveUp: row.refusal == nil ? nil : binding.hint
    case .send: row.mark == .localOnly && context.list.settings.isOn ? binding.hint : nil
    default: binding.hint
    }
  }
}

extension ReminderRow {
  /// Closed in Salesforce under a name that does not sync, and open here.
  var isClosedOnlyThere: Bool { isClosedThere && !reminder.fields.isCompleted && mark != .pending }

  func isInConflict(_ context: Context) -> Bool { mark == .conflict || !context.conflicts(of: id).isEmpty }
}

extension Context {
  /// What is in conflict about a reminder, the latest of each field.
  func conflicts(of id: ReminderID) -> [ConflictEntry] {
    var seen: Set<ConflictEntry.Subject> = []
    return (list.conflicts[id] ?? []).filter { seen.insert($0.subject).inserted }
  }
}

extension Merge.Side {
  var other: Merge.Side { self == .here ? .there : .here }
}
