import Foundation
import Localization
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
  private(set) var lines = ListLines.none
  /// The rows of these that are marked.
  private(set) var markedRows: [ReminderRow] = []
  private var markedRowsOf: (lines: ListLines.Source?, marked: Set<ReminderID>) = (nil, [])
  /// The selected task is deleted, and only its deletion is still to be sent.
  private(set) var isInTrash = false
  /// The keys go to the details; on a narrow screen they are all that is shown then.
  var isInDetails = false
  /// The call that the last key completed, of which there may be something to say.
  private var completedCall: ReminderID?
  var lastClick: (row: ReminderID, at: Date)?

  /// How the lists are sorted, here and in the settings when they were last read.
  var orders = ListOrders()
  private var savedOrders = ListOrders()

  var query: ListQuery { ListQuery(view, filter: place.filter, order: orders[view], limit: place.limit) }

  var title: String { isInDetails ? localized("Task") : view.title }

  /// Whether what was read last is what was asked for; if not, it comes at once.
  func isCurrent(_ context: Context) -> Bool { context.isLoaded && context.list.query.isSameList(as: query) }

  /// Whether what was read last is at least of this view, and stays in sight until the rest of it is known.
  func isInSight(_ context: Context) -> Bool { context.isLoaded && context.list.query.view == view }

  func selectedRow(_ context: Context) -> ReminderRow? {
    guard isInSight(context), let id = place.selected else { return nil }
    return lines[id]?.row ?? context.row(id)
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
    let rows = call.map { [$0] } ?? actedOn(context)
    if let steps = TaskCommands.steps(for: command, on: rows, context) {
      if command == .toggleCompleted, rows.count == 1, let row = rows.first, !row.reminder.fields.isCompleted,
        row.reminder.kind == .call
      {
        completedCall = row.id
      }
      return steps
    }
    if let view = command.view {
      show(view)
      return []
    }
    if let steps = filterSteps(for: command, context) { return steps }
    switch command {
    case .add: return [.open(QuickAdd(context))]
    case .addWithForm: return [.open(FormScreen())]
    case .undo: return [.effect(.perform(.undo))]
    case .redo: return [.effect(.perform(.redo))]
    case .answerVanishing:
      guard context.list.counts.vanishing > 0 else { return [.say(localized("There is nothing to decide."))] }
      return [.open(VanishingMenu())]
    case .syncNow: return [.effect(.syncNow)]
    case .viewChanges: return [.open(ChangesScreen())]
    case .toggleOverdue: toggleOverdue()
    case .mark: mark()
    case .markAll: return markAll(context)
    case .triage: return triage(context)
    case .glance: return [.open(GlanceScreen(context))]
    case .open, .otherPane: isInDetails = place.selected != nil
    case .back: goBack(context)
    default: move(command, context)
    }
    return []
  }

  /// One step back: out of the details, then of a long reading, of the selection, of the filter and of the view.
  private mutating func goBack(_ context: Context) {
    if isInDetails {
      isInDetails = false
    } else if isReading(context) {
      place.stopReading(context.list)
    } else if !place.marked.isEmpty {
      place.unmark(place.marked)
    } else if !place.filter.isEmpty {
      place.narrow(to: ListFilter())
    } else {
      show(.agenda)
    }
  }

  /// Unfolds or folds what is overdue in the agenda; from elsewhere it leads there.
  private mutating func toggleOverdue() {
    isOverdueUnfolded = view == .agenda ? !isOverdueUnfolded : true
    show(.agenda)
  }

  /// Whether rows further down are being read that the user waits for.
  func isReading(_ context: Context) -> Bool { isCurrent(context) && place.isReading(context.list) }

  private mutating func settleMarkedRows() {
    guard markedRowsOf.lines != lines.source || markedRowsOf.marked != place.marked else { return }
    markedRowsOf = (lines.source, place.marked)
    markedRows = place.marked.isEmpty ? [] : lines.all.compactMap(\.row).filter { place.marked.contains($0.id) }
  }

  private mutating func move(_ command: Command, _ context: Context) {
    if isInDetails {
      let distance = command.distance(context, from: place.firstDetailLine) ?? 0
      place.firstDetailLine = max(0, place.firstDetailLine + distance)
    } else {
      place.move(command, lines, context)
    }
  }

  mutating func settle(in area: Rectangle, _ context: Context) {
    if context.isLoaded, context.list.settings.listOrders != savedOrders {
      savedOrders = context.list.settings.listOrders
      orders = savedOrders
    }
    guard isInSight(context) else {
      (lines, markedRows) = (.none, [])
      return
    }
    let source = ListLines.Source(context, unfoldingOverdue: isOverdueUnfolded)
    if lines.source != source { lines = ListLines(context, source) }
    if isCurrent(context) { place.settle(lines, context.list, height: area.size.rows) }
    settleMarkedRows()
    if place.selected == nil { isInDetails = false }
    isInTrash = selectedRow(context)?.deletedAt != nil
    let panes = panes(in: area, context)
    if let details = panes.details, let row = selectedRow(context) {
      let pane = DetailPane(row, context, width: details.size.columns)
      place.firstDetailLine = min(place.firstDetailLine, max(0, pane.lines.count - details.size.rows))
    }
    if let list = panes.list { place.scroll(lines, rows: list.size.rows) }
  }
}
