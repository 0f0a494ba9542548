import CNcurses
import Glibc

/// Strikethrough on terminals that have it, which ncurses itself cannot do.
enum Strikethrough {
  /// Makes ncurses send the terminal's strikethrough for its blink attribute; false if the terminal has none, or
  /// describes its attributes in a way that cannot be changed.
  ///
  /// - Note: After `newterm`, which loads the description. The strings are kept for as long as the process runs.
  static func replaceBlink() -> Bool {
    guard let enter = cncurses_string("smxx").map({ String(cString: $0) }), enter == "\u{1B}[9m",
      let attributes = cncurses_string("sgr").map({ String(cString: $0) })
    else { return false }
    // In `sgr` the fourth parameter is blink: SGR 5. Strikethrough is SGR 9.
    let changed = attributes.replacing("%?%p4%t;5%;", with: "%?%p4%t;9%;")
    guard changed != attributes else { return false }
    cncurses_replace_blink(strdup(enter), strdup(changed))
    return true
  }
}
