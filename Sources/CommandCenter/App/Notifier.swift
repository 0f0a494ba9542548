import Foundation
import Reminders
import Terminal

/// Tells the user of a reminder outside of the picture: by the bell, and by a notification of the desktop.
struct Notifier {
  let environment: [String: String]

  /// - Parameters:
  ///   - text: safe to be shown.
  ///   - onFailure: called on another thread where the desktop did not take it: then it is for the terminal.
  func notify(_ text: String, by ways: Notifications, _ screen: Screen, onFailure: @escaping @Sendable () -> Void) {
    if ways.rings { screen.ring() }
    guard ways.showsOnDesktop else { return }
    if !showOnDesktop(text, onFailure: onFailure) { notifyByTerminal(text, screen) }
  }

  /// Asks the terminal to show it (OSC 9 or 777).
  func notifyByTerminal(_ text: String, _ screen: Screen) { screen.notify(text, environment: environment) }

  /// Starts the desktop's own program, without a shell; whether there is one.
  ///
  /// The text is the summary, which a desktop takes as it is: it may read a body as markup (Desktop Notifications
  /// Specification, "Markup").
  func showOnDesktop(_ text: String, onFailure: @escaping @Sendable () -> Void = {}) -> Bool {
    guard hasDesktop, let program = Program("notify-send", environment: environment) else { return false }
    return program.start(["--app-name=Command Center", "--", text], onFailure: onFailure)
  }

  /// Whether the user sits before the desktop of this machine; over ssh its notifications would be seen by nobody.
  var hasDesktop: Bool {
    func has(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
    return (has("DISPLAY") || has("WAYLAND_DISPLAY")) && !has("SSH_CONNECTION") && !has("SSH_TTY")
  }
}
