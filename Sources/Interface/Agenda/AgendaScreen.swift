import Foundation
import Reminders
import Terminal

/// The home screen: what is due today and tomorrow, what is overdue, and the details of the selected task.
struct AgendaScreen: ScreenState {
  /// The reminder that is selected, wherever it stands.
  var selected: ReminderID?
  var isOverdueUnfolded = false
  /// The keys go to the details; on a narrow screen they are all that is shown then.
  var isInDetails = false
  /// The first line that is shown, of the list and of the details.
  var firstLine = 0
  var firstDetailLine = 0
  /// The selection goes on to the next row when this one is completed, as the user asked for it here.
  private var leaving: ReminderID?
  /// The call that the last key completed, of which there may be something to say.
  private var completedCall: ReminderID?
  /// The rows of the last time, to find the neighbours of one that is gone.
  private var lastRows: [ReminderID] = []
  var lastClick: (row: ReminderID, at: Date)?

  static let listKeys = [
    KeyBinding(.down, "j down", "next task"),
    KeyBinding(.up, "k up", "previous task"),
    KeyBinding(.first, "g home", "first task"),
    KeyBinding(.last, "G end", "last task"),
    KeyBinding(.halfPageDown, "ctrl-d pagedown", "half a page down"),
    KeyBinding(.halfPageUp, "ctrl-u pageup", "half a page up"),
    KeyBinding(.add, "a", "add a task on one line", hint: "add"),
    KeyBinding(.addWithForm, "A", "add a task with the form"),
    KeyBinding(.open, "enter", "details of the task"),
    KeyBinding(.otherPane, "tab", "to the details and back"),
    KeyBinding(.toggleOverdue, "o", "unfold or fold what is overdue"),
    KeyBinding(.undo, "u", "undo the last action", hint: "undo"),
    KeyBinding(.redo, "ctrl-r", "do again what was undone"),
    KeyBinding(.answerVanishing, "D", "decide about tasks that are gone from Salesforce"),
    KeyBinding(.syncNow, "r", "sync with Salesforce now"),
  ]

  static let detailKeys = [
    KeyBinding(.back, "esc tab", "back to the list", hint: "back"),
    KeyBinding(.down, "j down", "scroll down"),
    KeyBinding(.up, "k up", "scroll up"),
    KeyBinding(.halfPageDown, "ctrl-d pagedown", "half a page down"),
    KeyBinding(.halfPageUp, "ctrl-u pageup", "half a page up"),
    KeyBinding(.first, "g home", "to the top"),
    KeyBinding(.last, "G end", "to the end"),
    KeyBinding(.undo, "u", "undo the last action", hint: "undo"),
    KeyBinding(.redo, "ctrl-r", "do again what was undone"),
  ]

  var title: String { isInDetails ? "Task" : "Agenda" }
  var scopes: [Scope] {
    if isInDetails { return [.detail, .task, .commands, .always] }
    return selected == nil ? [.list, .commands, .always] : [.task, .list, .commands, .always]
  }
  var helpScopes: [Scope] {
    isInDetails
      ? [.detail, .task, .snooze, .conflict, .commands, .always]
      : [.task, .snooze, .conflict, .list, .vanishing, .commands, .always]
  }

  func hint(for binding: KeyBinding, _ context: Context) -> String? {
    selectedRow(context).map { TaskCommands.hint(for: binding, on: $0, context) } ?? binding.hint
  }

  func lines(_ context: Context) -> [AgendaLine] {
    AgendaLine.lines(of: context.agenda, isUnfolded: isOverdueUnfolded)
  }

  func selectedRow(_ context: Context) -> ReminderRow? {
    selected.flatMap { context.row($0) }
  }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    // The selection has gone on from a call that was just completed.
    let call = command == .sayOutcome ? completedCall.flatMap { context.row($0) } : nil
    completedCall = nil
    if let row = call ?? selectedRow(context), let steps = TaskCommands.steps(for: command, on: row, context) {
      if command == .toggleCompleted, !row.reminder.fields.isCompleted {
        if row.reminder.kind == .call { completedCall = row.id }
        if !isInDetails { leaving = row.id }
      }
      return steps
    }
    switch command {
    case .add: return [.open(QuickAdd(context))]
    case .addWithForm: return [.open(FormScreen())]
    case .undo: return [.effect(.perform(.undo))]
    case .redo: return [.effect(.perform(.redo))]
    case .answerVanishing:
      guard context.agenda.counts.vanishing > 0 else { return [.say("There is nothing to decide.")] }
      return [.open(VanishingMenu())]
    case .syncNow: return [.effect(.syncNow)]
    case .toggleOverdue: isOverdueUnfolded.toggle()
    case .open: isInDetails = selected != nil
    case .otherPane: isInDetails = selected != nil
    case .back: isInDetails = false
    default: move(command, context)
    }
    return []
  }

  private mutating func move(_ command: Command, _ context: Context) {
    let half = max(1, Layout(context.size).body.size.rows / 2)
    let distance: Int
    switch command {
    case .down: distance = 1
    case .up: distance = -1
    case .halfPageDown: distance = half
    case .halfPageUp: distance = -half
    case .first: distance = -1_000_000
    case .last: distance = 1_000_000
    default: return
    }
    if isInDetails {
      firstDetailLine = max(0, firstDetailLine + distance)
    } else {
      select(by: distance, context)
    }
  }

  private mutating func select(by distance: Int, _ context: Context) {
    let rows = lines(context).compactMap { $0.row?.id }
    guard !rows.isEmpty else { return }
    let index = selected.flatMap { rows.firstIndex(of: $0) } ?? 0
    select(rows[min(max(0, index + distance), rows.count - 1)])
  }

  mutating func select(_ id: ReminderID?) {
    if selected != id { firstDetailLine = 0 }
    selected = id
    leaving = nil
  }

  mutating func settle(in area: Rectangle, _ context: Context) {
    let lines = lines(context)
    keepSelection(lines)
    if selected == nil { isInDetails = false }
    let panes = panes(in: area)
    if let details = panes.details, let row = selectedRow(context) {
      let pane = DetailPane(row, context, width: details.size.columns)
      firstDetailLine = min(firstDetailLine, max(0, pane.lines.count - details.size.rows))
    }
    guard let list = panes.list else { return }
    firstLine = min(firstLine, max(0, lines.count - list.size.rows))
    guard let line = lines.firstIndex(where: { $0.row?.id == selected && selected != nil }) else { return }
    // The heading of a first row is in view with it.
    let top = lines.prefix(line).allSatisfy { $0.row == nil } ? 0 : line - (lines[line - 1].row == nil ? 1 : 0)
    firstLine = max(min(firstLine, top), line - list.size.rows + 1)
  }

  /// The selection stays on its reminder; if that is gone, on the next one.
  private mutating func keepSelection(_ lines: [AgendaLine]) {
    let rows = lines.compactMap { $0.row?.id }
    let isCompleted = lines.contains { line in
      if case .row(.completed, let row) = line { row.id == leaving } else { false }
    }
    let isGone = selected.map { !rows.contains($0) || (leaving == $0 && isCompleted) } ?? true
    if isGone {
      let index = selected.flatMap { lastRows.firstIndex(of: $0) } ?? 0
      let neighbours = lastRows.dropFirst(index + 1) + lastRows.prefix(index).reversed()
      select(neighbours.first { rows.contains($0) } ?? rows.first)
    }
    lastRows = rows
  }
}
