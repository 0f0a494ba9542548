import Localization
import Reminders
import Terminal

/// What a first start offers.
struct WelcomeScreen: ScreenState {
  static let keys = [
    KeyBinding(.connect, "c", "connect your Salesforce org", hint: "connect"),
    KeyBinding(.tryDemo, "d", "try it on a simulated org", hint: "demo"),
    KeyBinding(.useWithoutSalesforce, "l", "use it without Salesforce", hint: "without Salesforce"),
    KeyBinding(.profiles, "P", "profiles that there are already", hint: "profiles"),
    KeyBinding(.help, "?", "the keys of this screen"),
    .palette,
    KeyBinding(.quit, "q", "quit", hint: "quit"),
  ]

  var title: String { "Command Center" }
  var scopes: [Scope] { [.welcome, .always] }

  func hint(for binding: KeyBinding, _ context: Context) -> String? {
    binding.command == .profiles && !context.profile.isOneOfSeveral ? nil : binding.hint
  }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    switch command {
    case .connect: [.open(LoginScreen(context.profile))]
    case .tryDemo: [.effect(.openDemo)]
    case .useWithoutSalesforce: [.effect(.useWithoutSalesforce)]
    default: []
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
    let isSmall = context.size.rows < 16
    let theme = context.theme
    let profile = context.profile
    let words =
      profile.isOneOfSeveral
      ? localized("The profile “\(profile.name)” is new.")
      : localized("Your tasks of today and tomorrow, in sync with Salesforce.")
    var lines = wrapped(words, width, theme[.accent])
    func add(_ command: Command, _ title: String, _ words: String) {
      let key = context.keys.name(of: command, in: [.welcome]) ?? ""
      var line = StyledLine(key, theme[.key])
      line.append("  \(title)", theme[.heading])
      lines += isSmall ? [line] : [.blank, line] + wrapped(words, width - 3, theme[.muted], indent: 3)
    }
    add(
      .connect, localized("Connect your org"),
      localized("Your own Salesforce. Nothing is sent until you tick the sync box."))
    add(
      .tryDemo, localized("Try the demo org"),
      localized("A simulated Salesforce on this machine, and a colleague who changes tasks there."))
    add(
      .useWithoutSalesforce, localized("Use without Salesforce"),
      localized("Tasks stay on this machine; an org can be connected later."))
    return lines
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
