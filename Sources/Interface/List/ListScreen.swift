import Foundation
import Reminders
import Terminal

/// The home screen: the tasks of a view, and the details of the selected one.
struct ListScreen: ScreenState {
  private(set) var view = ReminderView.agenda
  /// Where the user is in this view.
  var place = ListPlace()
  /// Where he was in the others.
  private var otherPlaces: [ReminderView: ListPlace] = [:]
  var isOverdueUnfolded = false
  /// What the list shows.
  private(set) var lines: [ListLine] = []
  /// The keys go to the details; on a narrow screen they are all that is shown then.
  var isInDetails = false
  /// The call that the last key completed, of which there may be something to say.
  private var completedCall: ReminderID?
  var lastClick: (row: ReminderID, at: Date)?

  var query: ListQuery { ListQuery(view, limit: place.limit) }

  var title: String { isInDetails ? "Task" : view.title }

  /// Whether what was read last is of this view: another one has been asked for, and comes at once.
  func isCurrent(_ context: Context) -> Bool { context.isLoaded && context.list.query.view == view }

  func selectedRow(_ context: Context) -> ReminderRow? {
    isCurrent(context) ? place.selected.flatMap { context.row($0) } : nil
  }

  mutating func show(_ view: ReminderView) {
    isInDetails = false
    guard view != self.view else { return }
    otherPlaces[self.view] = place
    place = otherPlaces.removeValue(forKey: view) ?? ListPlace()
    self.view = view
  }

  /// Goes to a task or a view.
  mutating func go(to destination: Destination) {
    show(destination.view)
    guard let id = destination.reminder else { return }
    place.seek(id)
    isInDetails = destination.isInDetails
  }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    // The selection has gone on from a call that was just completed.
    let call = command == .sayOutcome ? completedCall.flatMap { context.row($0) } : nil
    completedCall = nil
    if let row = call ?? selectedRow(context), let steps = TaskCommands.steps(for: command, on: row, context) {
      if command == .toggleCompleted, !row.reminder.fields.isCompleted {
        if row.reminder.kind == .call { completedCall = row.id }
        if !isInDetails { place.leaving = row.id }
      }
      return steps
    }
    if let view = command.view {
      show(view)
      return []
    }
    switch command {
    case .add: return [.open(QuickAdd(context))]
    case .addWithForm: return [.open(FormScreen())]
    case .undo: return [.effect(.perform(.undo))]
    case .redo: return [.effect(.perform(.redo))]
    case .answerVanishing:
      guard context.list.counts.vanishing > 0 else { return [.say("There is nothing to decide.")] }
      return [.open(VanishingMenu())]
    case .syncNow: return [.effect(.syncNow)]
    case .viewChanges: return [.open(ChangesScreen())]
    case .toggleOverdue: toggleOverdue()
    case .open, .otherPane: isInDetails = place.selected != nil
    case .back: if isInDetails { isInDetails = false } else { show(.agenda) }
    default: move(command, context)
    }
    return []
  }

  /// Unfolds or folds what is overdue in the agenda; from elsewhere it leads there.
  private mutating func toggleOverdue() {
    isOverdueUnfolded = view == .agenda ? !isOverdueUnfolded : true
    show(.agenda)
  }

  private mutating func move(_ command: Command, _ context: Context) {
    guard let distance = command.distance(context) else { return }
    if isInDetails {
      place.firstDetailLine = max(0, place.firstDetailLine + distance)
    } else if command == .last {
      place.selectLast(lines, isCut: context.list.isCut)
    } else {
      place.select(by: distance, lines)
    }
  }

  mutating func settle(in area: Rectangle, _ context: Context) {
    lines = isCurrent(context) ? ListLines.lines(context, unfoldingOverdue: isOverdueUnfolded) : []
    guard isCurrent(context) else { return }
    place.settle(lines, isCut: context.list.isCut)
    if place.selected == nil { isInDetails = false }
    let panes = panes(in: area)
    if let details = panes.details, let row = selectedRow(context) {
      let pane = DetailPane(row, context, width: details.size.columns)
      place.firstDetailLine = min(place.firstDetailLine, max(0, pane.lines.count - details.size.rows))
    }
    if let list = panes.list { place.scroll(lines, rows: list.size.rows) }
  }
}
