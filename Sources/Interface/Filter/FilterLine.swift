import Localization
import Reminders
import Terminal

/// The line above the status bar in which a filter is typed: the list narrows with every key.
struct FilterLine: ScreenState {
  private var filter: ListFilter
  private var field: TextField

  static let keys = [
    KeyBinding(.save, "enter", "keep the filter, and go back to the list", hint: "keep"),
    KeyBinding(.back, "esc", "take the filter off", hint: "clear"),
  ]

  init(_ filter: ListFilter) {
    self.filter = filter
    field = TextField(filter.text)
  }

  var title: String { localized("Filter") }
  var scopes: [Scope] { [.filterLine, .always] }
  var isOverlay: Bool { true }
  var hasFooter: Bool { true }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    switch command {
    case .save: [.close]
    case .back: [.narrow(ListFilter()), .close]
    default: []
    }
  }

  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] {
    field.press(press) ? narrow() : []
  }

  mutating func paste(_ text: String, _ context: Context) -> [Step] {
    field.insert(text)
    return narrow()
  }

  private mutating func narrow() -> [Step] {
    guard filter.text != field.text else { return [] }
    filter.text = field.text
    return [.narrow(filter)]
  }

  private static let leastWidth = 12

  /// What stands after the text: what else is filtered by, where there is room, and what is found.
  private func result(_ context: Context) -> DisplayText {
    let summary = FilterSummary(filter, context)
    let whole = DisplayText([summary.words, summary.count].filter { !$0.isEmpty }.joined(separator: "  "))
    return fieldWidth(beside: whole, context) >= Self.leastWidth ? whole : DisplayText(summary.count)
  }

  private func fieldWidth(beside result: DisplayText, _ context: Context) -> Int {
    max(1, context.size.columns - 5 - result.width)
  }

  private func hints(_ context: Context) -> Hints { Hints(bindings: context.keys[.filterLine]) }

  /// What the hints take; nothing where they would leave little of the field.
  private func hintsWidth(beside result: DisplayText, _ context: Context) -> Int {
    let width = hints(context).width + 3
    return fieldWidth(beside: result, context) - width >= 2 * Self.leastWidth ? width : 0
  }

  private func lineWidth(_ context: Context) -> Int {
    let result = result(context)
    return fieldWidth(beside: result, context) - hintsWidth(beside: result, context)
  }

  mutating func settle(in area: Rectangle, _ context: Context) {
    field.settleLine(width: lineWidth(context))
  }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let footer = Layout(context.size).footer
    let result = result(context)
    frame.fill(footer, style: context.theme[.text])
    frame.write("/", at: footer.origin.offset(columns: 1), style: context.theme[.accent])
    frame.cursor = field.renderLine(
      into: &frame, at: footer.origin.offset(columns: 2), width: lineWidth(context), style: .plain)
    frame.write(
      result.text, endingAt: footer.columns.upperBound - 1, row: footer.origin.row, style: context.theme[.muted])
    let hintsWidth = hintsWidth(beside: result, context)
    guard hintsWidth > 0 else { return }
    hints(context)
      .render(
        into: &frame,
        in: Rectangle(
          origin: footer.origin.offset(columns: 2 + lineWidth(context)), size: Size(columns: hintsWidth, rows: 1)),
        context)
  }
}
