import Foundation
import Localization
import Reminders
import Terminal

/// The eighth view: what changed in Salesforce and here, by whom and when, the latest on top.
struct ChangesScreen: ScreenState {
  /// `nil` until it is read.
  private(set) var feed: ChangeFeed?
  /// The last change that the user had seen before he came here: later ones of others stand out.
  private var seenBefore: Int64?
  private(set) var selected: Int64?
  private(set) var firstLine = 0
  private(set) var lines: [ChangeLine] = []
  private var lastClick: (change: Int64, at: Date)?

  static let openKey = KeyBinding(.viewChanges, "8", "changes: in Salesforce and here, by whom and when")

  static let keys =
    KeyBinding.movement(over: .change) + [
      KeyBinding(.open, "enter", "go to the task", hint: "go to the task"),
      KeyBinding(.undo, "u", "undo the last action here", hint: "undo"),
      .redo,
      KeyBinding(.syncNow, "r", "sync with Salesforce now"),
      KeyBinding(.back, "esc", "back to the tasks", hint: "back"),
    ]

  static var title: String { localized("Changes") }
  var title: String { Self.title }
  func tabs(_ context: Context) -> [Header.Tab] { Header.Tab.views(context) { $0 == .viewChanges } }
  var scopes: [Scope] { [.changes, .views, .commands, .always] }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    if let view = command.view { return [.show(Destination(view: view))] }
    switch command {
    case .open: return selectedChange.map { go(to: $0, context) } ?? []
    case .undo: return [.effect(.perform(.undo))]
    case .redo: return [.effect(.perform(.redo))]
    case .syncNow: return [.effect(.syncNow)]
    case .back: return [.close]
    default:
      if let distance = command.distance(context) { select(by: distance) }
      return []
    }
  }

  private func go(to change: ReminderChange, _ context: Context) -> [Step] {
    guard let id = change.reminder else {
      return [.say(localized(change.isOfMany ? "This is about many tasks." : "This task is gone for good."))]
    }
    guard let standing = change.standing else {
      return [.say(localized("This task is somebody else’s now: it is in no list."))]
    }
    return [.show(Destination(view: standing.view(on: context.today.day), reminder: id))]
  }

  private var selectedChange: ReminderChange? { feed?.changes.first { $0.id == selected } }

  func isNews(_ change: ReminderChange) -> Bool {
    change.side == .there && change.id > (seenBefore ?? .max)
  }

  private mutating func select(by distance: Int) {
    guard let changes = feed?.changes, !changes.isEmpty else { return }
    let index = changes.firstIndex { $0.id == selected } ?? 0
    selected = changes[min(max(0, index + distance), changes.count - 1)].id
  }

  mutating func told(_ news: News, _ context: Context) -> [Step] {
    guard case .changes(let feed) = news else { return [] }
    self.feed = feed
    seenBefore = seenBefore ?? feed.seen
    let latest = feed.changes.map(\.id).max() ?? 0
    return latest > feed.seen ? [.effect(.noteChangesSeen(latest))] : []
  }

  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] {
    let area = Layout(context.size).body
    switch mouse.action {
    case .wheelDown: scroll(by: 3, area)
    case .wheelUp: scroll(by: -3, area)
    case .press(.left) where area.contains(mouse.position):
      let index = firstLine + mouse.position.row - area.origin.row
      guard lines.indices.contains(index), let change = lines[index].change else { return [] }
      let isDouble = lastClick.map { $0.change == change.id && context.now.timeIntervalSince($0.at) < 0.5 } ?? false
      lastClick = (change.id, context.now)
      selected = change.id
      if isDouble { return go(to: change, context) }
    default: break
    }
    return []
  }

  /// The selection comes along as far as it has to, to stay in view.
  private mutating func scroll(by count: Int, _ area: Rectangle) {
    firstLine = min(max(0, firstLine + count), max(0, lines.count - area.size.rows))
    let visible = lines.dropFirst(firstLine).prefix(area.size.rows).compactMap { $0.change?.id }
    guard let selected, !visible.contains(selected) else { return }
    self.selected = count > 0 ? visible.first ?? selected : visible.last ?? selected
  }

  mutating func settle(in area: Rectangle, _ context: Context) {
    let changes = feed?.changes ?? []
    if !changes.contains(where: { $0.id == selected }) { selected = changes.first?.id }
    lines = ChangeLine.lines(of: changes, ChangeColumns(width: area.size.columns), context)
    firstLine = min(firstLine, max(0, lines.count - area.size.rows))
    guard let first = lines.firstIndex(where: { $0.change?.id == selected && selected != nil }) else { return }
    let last = lines.lastIndex { $0.change?.id == selected } ?? first
    // The heading of a first change is in view with it.
    let top = first > 0 && lines[first - 1].change == nil ? first - 1 : first
    firstLine = max(min(firstLine, top), last - area.size.rows + 1)
  }
}
