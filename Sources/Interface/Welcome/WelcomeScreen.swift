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
    let theme = context.theme
    var lines: [StyledLine] = []
    func add(_ text: String, _ style: Style) {
      lines += DisplayText(text).wrapped(to: width).map { StyledLine($0, style) }
    }
    func choice(_ key: String, _ title: String, _ words: String) {
      if context.size.rows >= 16 { lines.append(.blank) }
      var line = StyledLine(key, theme[.key])
      line.append("  \(title)", theme[.heading])
      lines.append(line)
      guard context.size.rows >= 16 else { return }
      lines += DisplayText(words).wrapped(to: max(1, width - 3))
        .map { text in
          var line = StyledLine("   ")
          line.append(text, theme[.muted])
          return line
        }
    }
    add("Your tasks of today and tomorrow, in sync with Salesforce.", theme[.accent])
    choice("d", "Try the demo org", "A simulated Salesforce on this machine, with a colleague who changes tasks there.")
    choice("c", "Connect your org", "Your own Salesforce: nothing is sent until you tick the sync box.")
    choice("l", "Use without Salesforce", "Tasks stay on this machine; an org can be connected later.")
    if saysHowToConnect {
      lines.append(.blank)
      add("To connect, quit with q and run:", theme[.text].foregroundOnly)
      add(
        "command-center login --domain https://YOURDOMAIN.my.salesforce.com --token-stdin", theme[.accent])
    }
    return lines
  }
}
