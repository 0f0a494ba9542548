import Localization
import Reminders
import Terminal

/// Narrows the list by what a task is, whose it is and how urgent; several together.
struct FilterMenu: ScreenState {
  private var filter: ListFilter
  /// That of the selected task.
  private let person: RecordReference?

  static let keys = [
    KeyBinding(.onlyEmail, "e", "only emails, or any kind again", hint: "email"),
    KeyBinding(.onlyCall, "c", "only calls", hint: "call"),
    KeyBinding(.onlyInMail, "i", "only InMails", hint: "inMail"),
    KeyBinding(.onlyCustom, "u", "only custom tasks", hint: "custom"),
    KeyBinding(.onlyPerson, "p", "only the person of the selected task", hint: "person"),
    KeyBinding(.onlyHigh, "!", "only high priority", hint: "high"),
    KeyBinding(.save, "enter", "back to the list"),
    .menuPalette,
    KeyBinding(.back, "esc", "take the filter off", hint: "clear"),
  ]

  init(_ filter: ListFilter, person: RecordReference?) {
    self.filter = filter
    self.person = person
  }

  var title: String { localized("Filter") }
  var scopes: [Scope] { [.filterMenu, .always] }
  var isOverlay: Bool { true }
  var hasFooter: Bool { true }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    switch command {
    case .onlyEmail: toggle(\.kind, .email)
    case .onlyCall: toggle(\.kind, .call)
    case .onlyInMail: toggle(\.kind, .inMail)
    case .onlyCustom: toggle(\.kind, .custom)
    case .onlyHigh: toggle(\.priority, .high)
    case .onlyPerson:
      guard let person = filter.person ?? self.person else {
        return [.say(localized("The selected task has no person."))]
      }
      toggle(\.person, person)
    case .back: return [.narrow(ListFilter()), .close]
    default: return [.close]
    }
    return [.narrow(filter)]
  }

  /// Any other key goes back to the list.
  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] { [.close] }
  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] { [.close] }

  private mutating func toggle<Value: Equatable>(_ part: WritableKeyPath<ListFilter, Value?>, _ value: Value) {
    filter[keyPath: part] = filter[keyPath: part] == value ? nil : value
  }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let menu = MenuLine([localized("Only")], context.keys[.filterMenu], context)
    if !filter.isEmpty {
      let above = Rectangle(
        origin: menu.place.origin.offset(rows: -1), size: Size(columns: menu.place.size.columns, rows: 1))
      FilterSummary(filter, context).render(into: &frame, in: above, showingHints: false)
    }
    menu.render(into: &frame, context)
  }
}
