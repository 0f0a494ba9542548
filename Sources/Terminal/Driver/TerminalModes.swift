/// What is asked of the terminal past ncurses, as sequences (xterm control sequences).
enum TerminalModes {
  /// What it reports besides keys: bracketed paste (2004), focus (1004), buttons (1000) in the SGR form (1006).
  private static let modes = [2004, 1004, 1000, 1006]

  /// The reports, and a title of our own on top of the one that the window had.
  static let enable = "\u{1B}[22;2t" + modes.map { "\u{1B}[?\($0)h" }.joined()
  static let disable = endUpdate + modes.reversed().map { "\u{1B}[?\($0)l" }.joined() + "\u{1B}[23;2t"

  /// Between these a terminal that can shows nothing half painted; others pass over them ("Synchronized Output", 2026).
  static let beginUpdate = "\u{1B}[?2026h"
  static let endUpdate = "\u{1B}[?2026l"

  static func title(_ text: String) -> String { "\u{1B}]2;\(text)\u{07}" }
}
