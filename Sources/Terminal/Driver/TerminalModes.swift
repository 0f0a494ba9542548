/// What the terminal reports besides keys, as sequences to switch on and off.
///
/// xterm control sequences: bracketed paste (2004), focus (1004), buttons (1000) in the SGR form (1006).
enum TerminalModes {
  private static let modes = [2004, 1004, 1000, 1006]

  static let enable = modes.map { "\u{1B}[?\($0)h" }.joined()
  static let disable = modes.reversed().map { "\u{1B}[?\($0)l" }.joined()
}
