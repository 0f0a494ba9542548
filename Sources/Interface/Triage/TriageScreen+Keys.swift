import Reminders
import Terminal

extension TriageScreen {
  /// Beside these the keys of a task in a list are in force: nothing is called otherwise here than there.
  static let keys = [
    KeyBinding(.snoozeTomorrow, "t", "to tomorrow", hint: "tomorrow"),
    KeyBinding(.snoozeWeek, "w", "to next week: by seven days", hint: "next week"),
    KeyBinding(.snoozePick, "D", "to a day to pick", hint: "pick a day"),
    KeyBinding(.skip, "j right down n", "skip it", hint: "skip"),
    KeyBinding(.previousTask, "k left up N", "back to the task before", hint: "back"),
    KeyBinding(.undo, "u", "take back the last thing done, and go back to its task", hint: "undo"),
    KeyBinding(.halfPageDown, "ctrl-d pagedown", "scroll its details down"),
    KeyBinding(.halfPageUp, "ctrl-u pageup", "scroll its details up"),
    KeyBinding(.back, "esc", "end: a summary, from which all can be undone", hint: "end"),
  ]

  static let summaryKeys = [
    KeyBinding(.undo, "u", "undo all of it", hint: "undo all of it"),
    KeyBinding(.previousTask, "k left up N", "back to the last task", hint: "back to the tasks"),
    KeyBinding(.halfPageDown, "ctrl-d pagedown", "scroll down"),
    KeyBinding(.halfPageUp, "ctrl-u pageup", "scroll up"),
    KeyBinding(.back, "esc enter", "back to the list", hint: "close"),
  ]

  var scopes: [Scope] { (isOver ? [.triageSummary] : [.task, .triage]) + [.commands, .always] }
  var helpScopes: [Scope] { [.triage, .task, .snooze, .conflict, .triageSummary, .commands, .always] }

  func hint(for binding: KeyBinding, _ context: Context) -> String? {
    switch binding.command {
    case .togglePriority: "priority"
    // On the smallest screen the keys that decide come first.
    case .edit where context.size.rows < 16, .snooze where context.size.rows < 16: nil
    case .undo where steps.isEmpty: nil
    default: currentRow(context).map { TaskCommands.hint(for: binding, on: [$0], context) } ?? binding.hint
    }
  }

  /// All of them on most screens; the smallest leaves some to the help.
  func hintRows(_ context: Context) -> Int {
    if isOver { return 1 }
    if context.size.rows < 16 { return 2 }
    if context.size.columns < 72 { return 4 }
    // The same for each task, so that nothing jumps.
    let usual = context.keys.bindings(in: scopes).map { $0.hinted(TriageScreen.usualHint($0)) }
    return Hints(bindings: usual).rows(width: context.size.columns)
  }

  private static func usualHint(_ binding: KeyBinding) -> String? {
    switch binding.command {
    case .togglePriority: "priority"
    case .takeOtherVersion, .compareVersions, .dismissConflicts, .retry, .giveUp, .send: nil
    default: binding.hint
    }
  }

  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] {
    switch mouse.action {
    case .wheelDown: firstLine += 3
    case .wheelUp: firstLine = max(0, firstLine - 3)
    default: break
    }
    return []
  }
}
