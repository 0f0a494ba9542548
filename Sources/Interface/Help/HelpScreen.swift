import Localization
import Reminders
import Terminal

/// The keys of the screen below, all of them or those that fit to what is searched.
struct HelpScreen: ScreenState {
  private let screen: String
  private let sections: [HelpSection]
  private var firstLine = 0
  /// What is searched.
  private(set) var search = TextField()
  /// Whether it is typed now.
  private(set) var isTyping = false

  static let keys =
    [
      KeyBinding(.searchHelp, "/", "search in the help", hint: "search"),
      KeyBinding(.back, "esc q ? enter", "end the search, or close", hint: "close"),
      .palette,
    ] + KeyBinding.scrolling

  static let searchKeys = [
    KeyBinding(.open, "enter", "keep what was found, to scroll in it", hint: "keep"),
    KeyBinding(.back, "esc", "end the search", hint: "end the search"),
    KeyBinding(.down, "down", "scroll down"),
    KeyBinding(.up, "up", "scroll up"),
  ]

  init(title: String, sections: [HelpSection]) {
    screen = title
    self.sections = sections
  }

  var title: String { localized("Help: \(screen)") }
  var scopes: [Scope] { [isTyping ? .helpSearch : .help, .always] }
  var hasFooter: Bool { isTyping }

  func hint(for binding: KeyBinding, _ context: Context) -> String? {
    binding.command == .back && !search.isEmpty ? "end the search" : binding.hint
  }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    switch command {
    case .searchHelp: isTyping = true
    case .open: isTyping = false
    case .back:
      guard isTyping || !search.isEmpty else { return [.close] }
      (isTyping, search, firstLine) = (false, TextField(), 0)
    default: firstLine += command.distance(context, from: firstLine) ?? 0
    }
    return []
  }

  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] {
    if isTyping, search.press(press) { firstLine = 0 }
    return []
  }

  mutating func paste(_ text: String, _ context: Context) -> [Step] {
    if isTyping { search.insert(text) }
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
    firstLine = max(0, min(firstLine, lines(in: area, context).count - area.size.rows))
    search.settleLine(width: HelpScreen.searchWidth(context))
  }

  /// Of a wide screen the hints take half.
  private static func searchWidth(_ context: Context) -> Int {
    max(1, context.size.columns < 80 ? context.size.columns - 4 : context.size.columns / 2)
  }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let lines = lines(in: area, context)
    ScrollBar.render(
      into: &frame, column: area.columns.upperBound - 1, rows: area.rows, first: firstLine, total: lines.count, context)
    for (row, line) in lines.dropFirst(firstLine).prefix(area.size.rows).enumerated() {
      frame.write(line, at: area.origin.offset(columns: 1, rows: row), width: area.size.columns - 2)
    }
    frame.cursor = area.origin.offset(columns: 1)
    guard isTyping else { return }
    let footer = Layout(context.size).footer
    frame.fill(footer, style: context.theme[.text])
    frame.write(context.glyphs.prompt, at: footer.origin.offset(columns: 1), style: context.theme[.accent])
    frame.cursor = search.renderLine(
      into: &frame, at: footer.origin.offset(columns: 3), width: HelpScreen.searchWidth(context), style: .plain)
    var rest = footer
    _ = rest.takeLeft(HelpScreen.searchWidth(context) + 4)
    if context.size.columns >= 80 {
      Hints(bindings: context.keys[.helpSearch]).render(into: &frame, in: rest, context)
    }
  }

  private func lines(in area: Rectangle, _ context: Context) -> [StyledLine] {
    let wanted = FoldedText.folded(search.text).split(whereSeparator: \.isWhitespace)
    let keyWidth = 4 + (sections.flatMap(\.bindings).map { HelpScreen.names($0).count }.max() ?? 0)
    var lines: [StyledLine] = []
    for section in sections {
      let bindings = section.bindings
        .map { (command: $0.command, keys: HelpScreen.names($0), words: context.keys.text($0.help)) }
        .filter { binding in
          // Who writes a configuration knows a command by its name there.
          let text = FoldedText.folded(
            "\(binding.keys) \(binding.words) \(binding.command.rawValue) \(section.heading)")
          return wanted.allSatisfy { text.contains($0) }
        }
      guard !bindings.isEmpty else { continue }
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(StyledLine(section.heading, context.theme[.heading]))
      for (_, keys, words) in bindings {
        let wrapped = DisplayText(words).wrapped(to: max(8, area.size.columns - 2 - keyWidth))
        for (index, words) in wrapped.enumerated() {
          let keys = index == 0 ? keys : ""
          var line = StyledLine("  " + keys, context.theme[.key])
          line.append(String(repeating: " ", count: max(1, keyWidth - keys.count - 2)))
          line.append(words)
          lines.append(line)
        }
      }
    }
    if lines.isEmpty { lines.append(StyledLine(localized("No key fits “\(search.text)”."), context.theme[.muted])) }
    return lines
  }

  private static func names(_ binding: KeyBinding) -> String {
    binding.keys.map(\.name).joined(separator: " ")
  }
}
