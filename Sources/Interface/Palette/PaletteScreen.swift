import Localization
import Reminders
import Terminal

/// Every command that is in force on the screen below, to be found by a few letters of what it does.
struct PaletteScreen: ScreenState {
  /// A command that can be chosen.
  struct Item: Sendable {
    let command: Command
    let words: String
    let keys: String
  }

  /// An item that fits to what is typed, and the letters that do.
  struct Match: Sendable {
    let item: Item
    let places: Set<Int>
  }

  private let items: [Item]
  private(set) var field = TextField()
  private(set) var matches: [Match] = []
  private(set) var selected = 0
  private(set) var firstRow = 0

  static let keys = [
    KeyBinding(.open, "enter", "do it", hint: "do it"),
    KeyBinding(.down, "down ctrl-n tab", "next command"),
    KeyBinding(.up, "up ctrl-p backtab", "previous command"),
    KeyBinding(.halfPageDown, "pagedown", "half a page down"),
    KeyBinding(.halfPageUp, "pageup", "half a page up"),
    KeyBinding(.back, "esc", "close", hint: "close"),
  ]

  /// - Parameter scopes: Those of the screen below. What was chosen last comes first.
  init(_ scopes: [Scope], _ context: Context) {
    var items: [Item] = []
    for binding in context.keys.bindings(in: scopes) where binding.command != .palette {
      guard !items.contains(where: { $0.command == binding.command }) else { continue }
      items.append(
        Item(
          command: binding.command, words: context.keys.text(binding.help),
          keys: binding.keys.map(\.name).joined(separator: " ")))
    }
    let recent = context.recentCommands.compactMap { command in items.first { $0.command == command } }
    self.items = recent + items.filter { !context.recentCommands.contains($0.command) }
    find()
  }

  var title: String { localized("Palette") }
  var scopes: [Scope] { [.palette, .always] }
  var isOverlay: Bool { true }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    switch command {
    case .open: return matches.indices.contains(selected) ? [.close, .run(matches[selected].item.command)] : []
    case .back: return [.close]
    default: selected += command.distance(context) ?? 0
    }
    return []
  }

  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] {
    let before = field.text
    if field.press(press), field.text != before { find() }
    return []
  }

  mutating func paste(_ text: String, _ context: Context) -> [Step] {
    field.insert(text)
    find()
    return []
  }

  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] {
    switch mouse.action {
    case .wheelDown: selected += 1
    case .wheelUp: selected -= 1
    case .press(.left):
      let list = areas(in: Layout(context.size).body).list
      guard list.contains(mouse.position) else { return [] }
      let index = firstRow + mouse.position.row - list.origin.row
      guard matches.indices.contains(index) else { return [] }
      selected = index
      return perform(.open, context)
    default: break
    }
    return []
  }

  /// The best first; those that are as good stay in their order.
  private mutating func find() {
    (selected, firstRow) = (0, 0)
    guard !field.text.isEmpty else {
      matches = items.map { Match(item: $0, places: []) }
      return
    }
    let found = items.enumerated()
      .compactMap { index, item -> (score: Int, index: Int, match: Match)? in
        let words = FuzzyMatch(field.text, in: item.words)
        // Who writes a configuration knows a command by its name there.
        let name = FuzzyMatch(field.text, in: item.command.rawValue)
        guard let score = [words?.score, name?.score].compactMap(\.self).max() else { return nil }
        return (score, index, Match(item: item, places: words?.places ?? []))
      }
    matches = found.sorted { ($1.score, $0.index) < ($0.score, $1.index) }.map(\.match)
  }

  mutating func settle(in area: Rectangle, _ context: Context) {
    let areas = areas(in: area)
    selected = min(max(0, selected), max(0, matches.count - 1))
    let rows = max(1, areas.list.size.rows)
    firstRow = max(0, min(max(firstRow, selected - rows + 1), selected, matches.count - rows))
    field.settleLine(width: PaletteScreen.fieldWidth(area))
  }

  /// Below what is on the screen, as high as is of use.
  func areas(in area: Rectangle) -> (rule: Rectangle, field: Rectangle, list: Rectangle) {
    var rest = area
    var place = rest.takeBottom(min(area.size.rows, 14))
    let rule = place.takeTop(1)
    let field = place.takeTop(1)
    return (rule, field, place)
  }

  static func fieldWidth(_ area: Rectangle) -> Int { max(1, area.size.columns - 4) }
}
