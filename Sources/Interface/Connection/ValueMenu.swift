import Localization
import Reminders
import Terminal

/// The values for a setting, of which one is chosen: the org's own (sync-rules.md §1), the languages, or the
/// themes, each of which the whole screen is shown in as the selection comes to it.
struct ValueMenu: ScreenState {
  private let key: SettingKey
  /// The value in force.
  private let present: String
  private(set) var selected = 0
  private var firstRow = 0

  static let keys = [
    KeyBinding(.change, "enter", "take this value; 1 to 9 take that of their line", hint: "take it"),
    KeyBinding(.down, "j down", "next value"),
    KeyBinding(.up, "k up", "previous value"),
    KeyBinding(.back, "esc", "leave it as it was", hint: "cancel"),
  ]

  init(_ key: SettingKey, _ context: Context) {
    self.key = key
    present =
      switch key {
      case .theme: context.theme.name
      case .language: context.language
      default: context.list.settings[key: key] ?? ""
      }
    selected = choices(context).firstIndex(of: present) ?? 0
  }

  var title: String { localized("Value") }
  var scopes: [Scope] { [.value, .always] }
  var isOverlay: Bool { true }

  private func choices(_ context: Context) -> [String] {
    switch key {
    case .theme: context.themes
    case .language: context.languages
    default: context.connection?.choices(for: key) ?? []
    }
  }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    switch command {
    case .down: return move(by: 1, context)
    case .up: return move(by: -1, context)
    case .change: return take(selected, context)
    default: return key == .theme ? [.effect(.showTheme(present)), .close] : [.close]
    }
  }

  private mutating func move(by count: Int, _ context: Context) -> [Step] {
    let choices = choices(context)
    let next = min(max(0, selected + count), choices.count - 1)
    guard choices.indices.contains(next), next != selected else { return [] }
    selected = next
    return key == .theme ? [.effect(.showTheme(choices[next]))] : []
  }

  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] {
    guard case .character(let digit) = press.key, let number = digit.wholeNumberValue else { return [] }
    return take(number - 1, context)
  }

  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] {
    return switch mouse.action {
    case .wheelDown: move(by: 1, context)
    case .wheelUp: move(by: -1, context)
    default: []
    }
  }

  private mutating func take(_ index: Int, _ context: Context) -> [Step] {
    let choices = choices(context)
    guard choices.indices.contains(index) else { return [] }
    if choices[index] == present { return perform(.back, context) }
    return [.effect(.set(key, choices[index])), .close]
  }

  mutating func settle(in area: Rectangle, _ context: Context) {
    let count = choices(context).count
    let rows = max(1, place(in: area, count).size.rows - 1)
    selected = min(max(0, selected), max(0, count - 1))
    firstRow = max(0, min(max(firstRow, selected - rows + 1), selected, count - rows))
  }

  private func place(in area: Rectangle, _ count: Int) -> Rectangle {
    var rest = area
    // Of themes no more than leave some of the screen to be seen in them.
    let most = key == .theme ? max(4, area.size.rows / 2) : area.size.rows
    return rest.takeBottom(min(most, max(1, count) + 1))
  }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let theme = context.theme
    let choices = choices(context)
    var place = place(in: area, choices.count)
    frame.fill(place, style: theme[.text])
    let rule = place.takeTop(1)
    frame.horizontalLine(at: rule.origin, length: rule.size.columns, glyphs: context.glyphs.box, style: theme[.border])
    frame.write(
      DisplayText(" \(key.purpose) ").truncated(to: rule.size.columns - 4, mark: context.glyphs.ellipsis),
      at: rule.origin.offset(columns: 2), style: theme[.heading])
    for (row, index) in choices.indices.dropFirst(firstRow).prefix(place.size.rows).enumerated() {
      let origin = place.origin.offset(rows: row)
      if index == selected {
        frame.restyle(
          Rectangle(origin: origin, size: Size(columns: place.size.columns, rows: 1)), theme[.selection])
        frame.write(context.glyphs.selected, at: origin, style: theme[.accent])
        frame.cursor = origin.offset(columns: 1)
      }
      if index < 9 { frame.write("\(index + 1)", at: origin.offset(columns: 2), style: theme[.key]) }
      let text = choices[index] == present ? localized("\(choices[index])  (now)") : choices[index]
      frame.write(
        DisplayText(text).truncated(to: place.size.columns - 6, mark: context.glyphs.ellipsis),
        at: origin.offset(columns: 4))
    }
  }
}
