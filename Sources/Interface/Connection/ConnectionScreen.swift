import Localization
import Reminders
import Terminal

/// What was found when the org was connected: each finding with a mark, and what to do about it.
struct ConnectionScreen: ScreenState {
  private(set) var selected = 0
  private var firstLine = 0

  static let keys =
    [KeyBinding(.change, "enter space", "choose another value of the org", hint: "choose a value")]
    + KeyBinding.movement(over: .finding, byTab: true) + [
      KeyBinding(.syncNow, "r", "sync with Salesforce now", hint: "sync now"),
      KeyBinding(.back, "esc q i", "close", hint: "close"),
    ]

  /// - Parameter context: The first finding that wants something is selected.
  init(_ context: Context) {
    let findings = context.findings
    selected = findings.firstIndex { $0.level == .failure } ?? findings.firstIndex { $0.level == .warning } ?? 0
  }

  var title: String { localized("Connection") }
  var scopes: [Scope] { [.connection, .commands, .always] }

  func hint(for binding: KeyBinding, _ context: Context) -> String? {
    binding.command == .change && key(context) == nil ? nil : binding.hint
  }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    switch command {
    case .change: return key(context).map { [.open(ValueMenu($0, context))] } ?? []
    case .syncNow: return [.effect(.syncNow)]
    case .back: return [.close]
    default: selected += command.distance(context, from: selected) ?? 0
    }
    return []
  }

  /// The setting of the selected finding, where the org's values for it are known.
  private func key(_ context: Context) -> SettingKey? {
    let findings = context.findings
    guard findings.indices.contains(selected), let key = findings[selected].setting,
      context.connection?.choices(for: key) != nil
    else { return nil }
    return key
  }

  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] {
    switch mouse.action {
    case .wheelDown: selected += 1
    case .wheelUp: selected -= 1
    case .press(.left):
      let area = Layout(context.size).body
      let line = firstLine + mouse.position.row - area.origin.row
      if let index = lines(in: area, context).places.firstIndex(where: { $0.contains(line) }) { selected = index }
    default: break
    }
    return []
  }

  mutating func settle(in area: Rectangle, _ context: Context) {
    let layout = lines(in: area, context)
    selected = min(max(0, selected), max(0, layout.places.count - 1))
    guard layout.places.indices.contains(selected) else { return firstLine = 0 }
    let place = layout.places[selected]
    // All of it is in view, or where it is too long for that its beginning.
    firstLine = max(firstLine, place.upperBound - area.size.rows)
    firstLine = min(firstLine, place.lowerBound)
    firstLine = max(0, min(firstLine, layout.lines.count - area.size.rows))
  }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let layout = lines(in: area, context)
    guard layout.places.indices.contains(selected) else {
      frame.write(
        localized("No org has been connected yet."), at: area.origin.offset(columns: 2), style: context.theme[.muted])
      frame.cursor = area.origin
      return
    }
    let width = area.size.columns - 1
    for (row, index) in layout.lines.indices.dropFirst(firstLine).prefix(area.size.rows).enumerated() {
      let origin = area.origin.offset(rows: row)
      if layout.places[selected].contains(index) {
        frame.restyle(Rectangle(origin: origin, size: Size(columns: width, rows: 1)), context.theme[.selection])
      }
      frame.write(layout.lines[index], at: origin, width: width)
      if index == layout.places[selected].lowerBound {
        frame.write(context.glyphs.selected, at: origin, style: context.theme[.accent])
        frame.cursor = origin.offset(columns: 1)
      }
    }
    ScrollBar.render(
      into: &frame, column: area.columns.upperBound - 1, rows: area.rows, first: firstLine, total: layout.lines.count,
      context)
  }

  private func lines(in area: Rectangle, _ context: Context) -> FindingLines {
    FindingLines(context.findings, context, width: area.size.columns - 1)
  }
}
