import Terminal

/// The keys of the screen below.
struct HelpScreen: ScreenState {
  private let screen: String
  private let sections: [HelpSection]
  private var firstLine = 0

  static let keys = [KeyBinding(.back, "esc q ? enter", "close", hint: "close")] + KeyBinding.scrolling

  init(title: String, sections: [HelpSection]) {
    screen = title
    self.sections = sections
  }

  var title: String { "Help: \(screen)" }
  var scopes: [Scope] { [.help, .always] }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    guard let distance = command.distance(context) else { return command == .back ? [.close] : [] }
    firstLine += distance
    return []
  }

  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] {
    switch mouse.action {
    case .wheelDown: firstLine += 3
    case .wheelUp: firstLine -= 3
    default: break
    }
    return []
  }

  mutating func settle(in area: Rectangle, _ context: Context) {
    firstLine = max(0, min(firstLine, lines(context).count - area.size.rows))
  }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let lines = lines(context)
    ScrollBar.render(
      into: &frame, column: area.columns.upperBound - 1, rows: area.rows, first: firstLine, total: lines.count, context)
    for (row, line) in lines.dropFirst(firstLine).prefix(area.size.rows).enumerated() {
      frame.write(line, at: area.origin.offset(columns: 1, rows: row), width: area.size.columns - 2)
    }
    frame.cursor = area.origin.offset(columns: 1)
  }

  private func lines(_ context: Context) -> [StyledLine] {
    let keyWidth = 4 + (sections.flatMap(\.bindings).map { HelpScreen.names($0).count }.max() ?? 0)
    var lines: [StyledLine] = []
    for section in sections {
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(StyledLine(section.heading, context.theme[.heading]))
      for binding in section.bindings {
        let keys = HelpScreen.names(binding)
        var line = StyledLine("  " + keys, context.theme[.key])
        line.append(String(repeating: " ", count: max(1, keyWidth - keys.count - 2)) + binding.help)
        lines.append(line)
      }
    }
    return lines
  }

  private static func names(_ binding: KeyBinding) -> String {
    binding.keys.map(\.name).joined(separator: " ")
  }
}
