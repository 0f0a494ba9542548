import Reminders
import Terminal

/// The org's own values for a setting, of which one is chosen (sync-rules.md §1).
struct ValueMenu: ScreenState {
  private let key: SettingKey
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
    selected = choices(context).firstIndex(of: context.list.settings[key: key] ?? "") ?? 0
  }

  var title: String { "Value" }
  var scopes: [Scope] { [.value, .always] }
  var isOverlay: Bool { true }

  private func choices(_ context: Context) -> [String] { context.connection?.choices(for: key) ?? [] }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    switch command {
    case .down: selected += 1
    case .up: selected -= 1
    case .change: return take(selected, context)
    default: return [.close]
    }
    return []
  }

  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] {
    guard case .character(let digit) = press.key, let number = digit.wholeNumberValue else { return [] }
    return take(number - 1, context)
  }

  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] {
    switch mouse.action {
    case .wheelDown: selected += 1
    case .wheelUp: selected -= 1
    default: break
    }
    return []
  }

  private func take(_ index: Int, _ context: Context) -> [Step] {
    let choices = choices(context)
    guard choices.indices.contains(index) else { return [] }
    if choices[index] == context.list.settings[key: key] { return [.close] }
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
    return rest.takeBottom(min(area.size.rows, max(1, count) + 1))
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
    let present = context.list.settings[key: key]
    for (row, index) in choices.indices.dropFirst(firstRow).prefix(place.size.rows).enumerated() {
      let origin = place.origin.offset(rows: row)
      if index == selected {
        frame.restyle(
          Rectangle(origin: origin, size: Size(columns: place.size.columns, rows: 1)), theme[.selection])
        frame.write(context.glyphs.selected, at: origin, style: theme[.accent])
        frame.cursor = origin.offset(columns: 1)
      }
      if index < 9 { frame.write("\(index + 1)", at: origin.offset(columns: 2), style: theme[.key]) }
      let text = choices[index] + (choices[index] == present ? "  (now)" : "")
      frame.write(
        DisplayText(text).truncated(to: place.size.columns - 6, mark: context.glyphs.ellipsis),
        at: origin.offset(columns: 4))
    }
  }
}
