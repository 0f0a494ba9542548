import Terminal

/// What a first start offers.
struct WelcomeScreen: ScreenState {
  private var saysHowToConnect = false

  static let keys = [
    KeyBinding(.tryDemo, "d", "try it on a simulated org", hint: "demo"),
    KeyBinding(.connect, "c", "how to connect your Salesforce org", hint: "connect"),
    KeyBinding(.useWithoutSalesforce, "l", "use it without Salesforce", hint: "without Salesforce"),
    KeyBinding(.help, "?", "the keys of this screen"),
    KeyBinding(.quit, "q", "quit", hint: "quit"),
  ]

  var title: String { "Command Center" }
  var scopes: [Scope] { [.welcome, .always] }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    switch command {
    case .tryDemo: return [.effect(.openDemo)]
    case .useWithoutSalesforce: return [.effect(.useWithoutSalesforce)]
    case .connect:
      saysHowToConnect.toggle()
      return []
    default: return []
    }
  }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let width = min(64, max(1, area.size.columns - 2))
    let lines = lines(width, context)
    let place = area.centered(Size(columns: width, rows: lines.count))
    for (row, line) in lines.prefix(place.size.rows).enumerated() {
      frame.write(line, at: place.origin.offset(rows: row), width: width)
    }
    frame.cursor = place.origin
  }

  private func lines(_ width: Int, _ context: Context) -> [StyledLine] {
    // A small screen has room for one of the two.
    let isSmall = context.size.rows < 16
    var lines: [StyledLine] = []
    if !isSmall || !saysHowToConnect { lines += choices(width, isSmall, context.theme) }
    if saysHowToConnect {
      if !lines.isEmpty { lines.append(.blank) }
      lines += howToConnect(width, context.theme)
    }
    return lines
  }

  private func choices(_ width: Int, _ isSmall: Bool, _ theme: Theme) -> [StyledLine] {
    var lines = wrapped("Your tasks of today and tomorrow, in sync with Salesforce.", width, theme[.accent])
    func add(_ command: Command, _ title: String, _ words: String) {
      let key = WelcomeScreen.keys.first { $0.command == command }?.keys.first?.name ?? ""
      var line = StyledLine(key, theme[.key])
      line.append("  \(title)", theme[.heading])
      lines += isSmall ? [line] : [.blank, line] + wrapped(words, width - 3, theme[.muted], indent: 3)
    }
    add(
      .tryDemo, "Try the demo org", "A simulated Salesforce on this machine, and a colleague who changes tasks there.")
    add(.connect, "Connect your org", "Your own Salesforce. Nothing is sent until you tick the sync box.")
    add(.useWithoutSalesforce, "Use without Salesforce", "Tasks stay on this machine; an org can be connected later.")
    return lines
  }

  /// The command is on a line of its own that a shell takes as it is.
  private func howToConnect(_ width: Int, _ theme: Theme) -> [StyledLine] {
    wrapped("To connect your org, quit with q and run:", width, theme[.heading])
      + wrapped("command-center login", width - 2, theme[.accent], indent: 2)
  }

  private func wrapped(_ text: String, _ width: Int, _ style: Style, indent: Int = 0) -> [StyledLine] {
    DisplayText(text).wrapped(to: max(1, width))
      .map { text in
        var line = StyledLine(String(repeating: " ", count: indent))
        line.append(text, style)
        return line
      }
  }
}
