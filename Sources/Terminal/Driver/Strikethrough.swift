import CNcurses
import Glibc

/// Strikethrough on terminals that have it, which ncurses itself cannot do.
enum Strikethrough {
  /// Makes ncurses send the terminal's strikethrough for its blink attribute, which nothing here uses; false if the
  /// terminal has none, or describes its attributes in another way than ECMA-48 does.
  ///
  /// Blink is SGR 5 and strikethrough is SGR 9 (ECMA-48 §8.3.117), so one digit is changed in the loaded description.
  /// - Note: After `newterm`, which loads it.
  static func replaceBlink() -> Bool {
    guard let strikethrough = cncurses_string("smxx"), String(cString: strikethrough) == "\u{1B}[9m",
      let blink = cncurses_string("blink"), let blinkDigit = strstr(blink, "[5m"),
      let attributes = cncurses_string("sgr"), let attributesDigit = strstr(attributes, "%p4%t;5%;")
    else { return false }
    let nine = CChar(UInt8(ascii: "9"))
    blinkDigit[1] = nine
    attributesDigit[6] = nine
    return true
  }
}
