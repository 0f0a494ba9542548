import Foundation
import Reminders
import Terminal

/// Tells the user of a reminder outside of the picture: by the bell, and by a notification of the desktop.
struct Notifier {
  let environment: [String: String]

  /// - Parameter text: safe to be shown.
  func notify(_ text: String, by ways: Notifications, _ screen: Screen) {
    if ways.rings { screen.ring() }
    guard ways.showsOnDesktop else { return }
    if !showOnDesktop(text) { screen.notify(text, environment: environment) }
  }

  /// Starts the desktop's own program, without a shell; whether there is one.
  ///
  /// The text is the summary, which a desktop takes as it is: it may read a body as markup (Desktop Notifications
  /// Specification, "Markup").
  func showOnDesktop(_ text: String) -> Bool {
    guard hasDesktop, let program = Program("notify-send", environment: environment) else { return false }
    return program.start(["--app-name=Command Center", "--", text])
  }

  /// Whether the user sits before the desktop of this machine; over ssh its notifications would be seen by nobody.
  var hasDesktop: Bool {
    func has(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
    return (has("DISPLAY") || has("WAYLAND_DISPLAY")) && !has("SSH_CONNECTION") && !has("SSH_TTY")
  }
}
