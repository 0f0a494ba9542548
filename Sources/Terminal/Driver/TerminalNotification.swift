/// A notification of the desktop that the terminal shows, also the terminal at the other end of an ssh.
///
/// Which terminals read which sequence: iTerm2, "Proprietary Escape Codes" (OSC 9; kitty, WezTerm and Ghostty read it too);
/// rxvt-unicode and foot, foot-ctlseqs(7) (OSC 777); VTE since 0.46 ignores OSC 777 where it does not show it.
package enum TerminalNotification {
  /// What to send for a text, which must be safe to be shown.
  ///
  /// - Returns: `nil` for a terminal that would print the sequence.
  package static func sequence(_ text: String, environment: [String: String]) -> String? {
    let type = environment["TERM"] ?? ""
    // Older consoles of Linux print what they do not know (console_codes(4)).
    guard !type.isEmpty, type != "dumb", !type.hasPrefix("linux"), !type.hasPrefix("vt") else { return nil }
    // No text may end the sequence, or begin another one.
    let safe = String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.generalCategory != .control }))
    let readsTitle =
      ["rxvt", "foot"].contains(where: type.hasPrefix) || environment["VTE_VERSION", default: ""].isEmpty == false
    let plain =
      readsTitle ? "\u{1B}]777;notify;Command Center;\(safe)\u{07}" : "\u{1B}]9;Command Center: \(safe)\u{07}"
    return passed(plain, through: environment)
  }

  /// Around tmux and screen, which keep what they do not know: tmux(1), `allow-passthrough`; screen(1), "String Escapes".
  private static func passed(_ sequence: String, through environment: [String: String]) -> String {
    if !environment["TMUX", default: ""].isEmpty {
      return "\u{1B}Ptmux;\(sequence.replacing("\u{1B}", with: "\u{1B}\u{1B}"))\u{1B}\\"
    }
    return environment["STY", default: ""].isEmpty ? sequence : "\u{1B}P\(sequence)\u{1B}\\"
  }
}

extension Screen {
  /// Rings the bell.
  package func ring() {
    if isOpen { DescriptorOutput.write("\u{07}", to: output) }
  }

  /// Asks the terminal to show a notification; whether it does is its own setting, and it does not answer.
  package func notify(_ text: String, environment: [String: String]) {
    guard isOpen, let sequence = TerminalNotification.sequence(text, environment: environment) else { return }
    DescriptorOutput.write(sequence, to: output)
  }
}
