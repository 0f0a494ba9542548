import Reminders
import Terminal

/// What can be done to the selected task, on every screen that shows tasks.
enum TaskCommands {
  static let keys = [
    KeyBinding(.toggleCompleted, "space", "complete or reopen", hint: "done"),
    KeyBinding(.edit, "e", "edit", hint: "edit"),
    KeyBinding(.snooze, "s", "snooze: then t, m, w, d or n", hint: "snooze"),
    KeyBinding(.togglePriority, "!", "high or normal priority"),
    KeyBinding(.delete, "d", "delete; nothing is asked, u undoes it", hint: "delete"),
    KeyBinding(.dismissConflicts, "x", "conflict seen: leave it as it was merged"),
  ]

  /// The steps of a command; `nil` if it is not about the task.
  static func steps(for command: Command, on row: ReminderRow, _ context: Context) -> [Step]? {
    let fields = row.reminder.fields
    switch command {
    case .toggleCompleted: return [.effect(.perform(.setCompleted([row.id], !fields.isCompleted)))]
    case .togglePriority:
      return [.effect(.perform(.setPriority([row.id], fields.priority == .high ? .normal : .high)))]
    case .delete: return [.effect(.perform(.delete([row.id])))]
    case .edit: return [.open(FormScreen(editing: row))]
    case .snooze: return [.open(SnoozeMenu(row: row))]
    case .dismissConflicts:
      let hasConflict = row.mark == .conflict || context.agenda.conflicts[row.id]?.isEmpty == false
      return hasConflict ? [.effect(.perform(.dismissConflicts(row.id)))] : [.say("This task is not in conflict.")]
    default: return nil
    }
  }
}
