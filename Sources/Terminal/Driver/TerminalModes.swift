/// What is asked of the terminal past ncurses, as sequences (xterm control sequences).
enum TerminalModes {
  /// What it reports besides keys: bracketed paste (2004), focus (1004).
  private static let reports = [2004, 1004]
  /// Buttons (1000) in the SGR form (1006).
  private static let buttons = [1000, 1006]

  /// The reports, and a title of our own on top of the one that the window had.
  static func enable(hasMouse: Bool) -> String { "\u{1B}[22;2t" + report(hasMouse: hasMouse) }

  /// The reports alone: for who may have lost them, and has the title on top already.
  static func report(hasMouse: Bool) -> String { modes(hasMouse).map { "\u{1B}[?\($0)h" }.joined() }

  static func disable(hasMouse: Bool) -> String {
    endUpdate + modes(hasMouse).reversed().map { "\u{1B}[?\($0)l" }.joined() + "\u{1B}[23;2t"
  }

  private static func modes(_ hasMouse: Bool) -> [Int] { hasMouse ? reports + buttons : reports }

  /// Between these a terminal that can shows nothing half painted; others pass over them ("Synchronized Output", 2026).
  static let beginUpdate = "\u{1B}[?2026h"
  static let endUpdate = "\u{1B}[?2026l"

  static func title(_ text: String) -> String { "\u{1B}]2;\(text)\u{07}" }
}
