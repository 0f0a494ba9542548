import Localization
import Reminders
import Terminal

extension ListScreen {
  static let listKeys =
    KeyBinding.movement(over: .task) + [
      KeyBinding(.add, "a", "add a task on one line", hint: "add"),
      KeyBinding(.addWithForm, "A", "add a task with the form"),
      KeyBinding(.open, "enter", "details of the task"),
      KeyBinding(.otherPane, "tab", "to the details and back"),
      KeyBinding(.mark, "v", "select it: the next action is about all that are selected"),
      KeyBinding(.markAll, "V", "select all, or none"),
      KeyBinding(.triage, "t", "triage: one open task after the other"),
      KeyBinding(.glance, "T", "today at a glance"),
      KeyBinding(.toggleOverdue, "o", "unfold or fold what is overdue"),
      .undo,
      .redo,
      KeyBinding(.answerVanishing, "D", "decide about tasks that are gone from Salesforce"),
      KeyBinding(.syncNow, "r", "sync with Salesforce now"),
      KeyBinding(.back, "esc", "select none; take the filter off; back to the agenda"),
    ] + filterKeys

  static let detailKeys =
    [KeyBinding(.back, "esc tab", "back to the list", hint: "back")] + KeyBinding.scrolling + [.undo, .redo]

  static let viewKeys = [
    KeyBinding(.viewAgenda, "1", "agenda: today and tomorrow"),
    KeyBinding(.viewOverdue, "2", "overdue"),
    KeyBinding(.viewUpcoming, "3", "upcoming, by day"),
    KeyBinding(.viewOpen, "4", "all that is open"),
    KeyBinding(.viewDelegated, "5", "made here for others"),
    KeyBinding(.viewCompleted, "6", "completed"),
    KeyBinding(.viewTrash, "7", "trash"),
  ]

  static let outboxKey = KeyBinding(.viewOutbox, "9", "outbox: what waits, is refused or in conflict")

  /// What acts on the selected task.
  private var taskScope: Scope { view == .trash || isInTrash ? .trash : .task }

  var scopes: [Scope] {
    if isInDetails { return [.detail, taskScope, .views, .commands, .always] }
    return (place.selected == nil && place.isSettled ? [] : [taskScope]) + [.list, .views, .commands, .always]
  }

  var helpScopes: [Scope] {
    let menus: [Scope] = view == .trash ? [] : [.snooze, .conflict]
    return isInDetails
      ? [.detail, taskScope] + menus + [.views, .commands, .always]
      : [taskScope] + menus + [.list, .filterLine, .filterMenu, .sortMenu, .views, .vanishing, .commands, .always]
  }

  /// The views, as long as their keys lead there.
  func tabs(_ context: Context) -> [Header.Tab] {
    isInDetails ? [] : Header.Tab.views(context) { $0.view == view }
  }

  func hint(for binding: KeyBinding, _ context: Context) -> String? {
    if binding.command == .back, !isInDetails {
      return isReading(context) ? "stop" : place.marked.isEmpty ? nil : "select none"
    }
    let rows = actedOn(context)
    return rows.isEmpty ? binding.hint : TaskCommands.hint(for: binding, on: rows, context)
  }

  func hintLead(_ context: Context) -> String? {
    if isInDetails { return nil }
    let found = context.list.found.text
    if isReading(context) {
      let shown = context.list.shown
      return localized(context.size.columns < 60 ? "\(shown) of \(found)" : "Reading: \(shown) of \(found)")
    }
    if place.marked.isEmpty { return nil }
    let count = place.marked.count
    return context.list.isCut
      ? localized("\(count) of \(found) selected")
      : localized(count, one: "\(count) selected", other: "\(count) selected")
  }
}

extension Command {
  /// The view that it shows.
  var view: ReminderView? {
    switch self {
    case .viewAgenda: .agenda
    case .viewOverdue: .overdue
    case .viewUpcoming: .upcoming
    case .viewOpen: .open
    case .viewDelegated: .delegated
    case .viewCompleted: .completed
    case .viewTrash: .trash
    case .viewOutbox: .outbox
    default: nil
    }
  }
}

extension ReminderView {
  /// In the header.
  var title: String {
    switch self {
    case .today: localized("Today")
    case .tomorrow: localized("Tomorrow")
    case .agenda: localized("Agenda")
    case .overdue: localized("Overdue")
    case .upcoming: localized("Upcoming")
    case .open: localized("Open")
    case .delegated: localized("Delegated")
    case .completed: localized("Completed")
    case .trash: localized("Trash")
    case .outbox: localized("Outbox")
    case .all: localized("All")
    }
  }
}
