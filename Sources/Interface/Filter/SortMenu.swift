import Localization
import Reminders
import Terminal

/// The second key of a sort: by what.
struct SortMenu: ScreenState {
  private let view: ReminderView
  private let orders: ListOrders

  static let keys = [
    KeyBinding(.sortByDue, "d", "by date, as the view has them", hint: "date"),
    KeyBinding(.sortByPriority, "!", "high priority first", hint: "priority"),
    KeyBinding(.sortByName, "n", "by name", hint: "name"),
    KeyBinding(.sortByPerson, "p", "by person", hint: "person"),
    KeyBinding(.sortByNewest, "c", "the last created first", hint: "newest"),
    .menuPalette,
    KeyBinding(.back, "esc", "leave it as it is", hint: "cancel"),
  ]

  init(_ view: ReminderView, _ orders: ListOrders) {
    self.view = view
    self.orders = orders
  }

  var title: String { localized("Sort") }
  var scopes: [Scope] { [.sortMenu, .always] }
  var isOverlay: Bool { true }
  var hasFooter: Bool { true }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    guard let order = command.order else { return [.close] }
    var changed = orders
    changed[view] = order
    return changed == orders ? [.close] : [.sort(changed), .effect(.set(.listOrder, changed.text)), .close]
  }

  /// Any other key leaves it.
  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] { [.close] }
  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] { [.close] }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    MenuLine([localized("Sort this view by"), localized("Sort by")], context.keys[.sortMenu], context)
      .render(into: &frame, context)
  }
}

extension Command {
  /// The order that it sorts by.
  fileprivate var order: ListOrder? {
    switch self {
    case .sortByDue: .due
    case .sortByPriority: .priority
    case .sortByName: .name
    case .sortByPerson: .person
    case .sortByNewest: .newest
    default: nil
    }
  }
}
