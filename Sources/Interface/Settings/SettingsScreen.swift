import Reminders
import Terminal

struct SettingsScreen: ScreenState {
  static let keys = [KeyBinding(.back, "esc q", "close", hint: "close")]
  static let textKeys: [KeyBinding] = []
  var title: String { "Settings" }
  var scopes: [Scope] { [.settings, .commands, .always] }
  mutating func perform(_ command: Command, _ context: Context) -> [Step] { command == .back ? [.close] : [] }
  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {}
}
