/// How many columns a scalar takes by itself.
enum ScalarWidth {
  /// 0 for marks that sit on the letter before, 2 for East Asian Wide and emoji, else 1.
  ///
  /// Conjoining vowels and finals of Hangul (U+1160–11FF, U+D7B0–D7FF) go into the syllable that a wide initial began, and
  /// joiners of hieroglyphs (U+13430–1343F) between two of them.
  static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2FF: return 1
    case 0x1160...0x11FF, 0xD7B0...0xD7FF, 0x13430...0x1343F: return 0
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return WideScalars.contains(scalar) ? 2 : 1
    }
  }
}
