import Localization
import Reminders
import Terminal

/// Whether the login of the profile shall go; it cannot be undone.
struct LogOutQuestion: ScreenState {
  static let keys = [
    KeyBinding(.confirm, "y", "log out: the login goes, the tasks stay", hint: "log out"),
    KeyBinding(.back, "esc n", "stay logged in", hint: "stay"),
  ]

  var title: String { localized("Log out") }
  var scopes: [Scope] { [.logOut, .always] }
  var isOverlay: Bool { true }
  var hasFooter: Bool { true }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    command == .confirm ? [.effect(.logOut), .close] : [.close]
  }

  /// Any other key leaves it as it is.
  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] { [.close] }
  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] { [.close] }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    MenuLine([localized("Log out? The tasks stay here."), localized("Log out?")], context.keys[.logOut], context)
      .render(into: &frame, context)
  }
}
