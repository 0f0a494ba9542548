/// One grapheme cluster that a terminal can show, and how many columns it takes (at least 1).
package struct Cluster: Hashable, Sendable {
  package let character: Character
  package let width: Int

  /// For what is known to be safe and of this width.
  init(unchecked character: Character, width: Int) {
    self.character = character
    self.width = width
  }

  /// More marks than this on one letter say nothing; ncurses holds a letter and four marks in a cell.
  private static let marksPerLetter = 4
  /// The longest joined emoji in use have ten scalars.
  private static let scalarsPerCluster = 16

  /// The part of a cluster that can be shown; nil if nothing of it can.
  init?(_ raw: Character) {
    if let ascii = raw.asciiValue, (0x20...0x7E).contains(ascii) {
      self.init(unchecked: raw, width: 1)
      return
    }
    var kept = String.UnicodeScalarView()
    var columns = 0
    var marks = 0
    for scalar in raw.unicodeScalars.prefix(Cluster.scalarsPerCluster) {
      switch SafeScalars.verdict(scalar) {
      case .remove: continue
      case .space: return nil
      case .keepInsideCluster:
        guard let base = kept.first, Cluster.mayFollow(base, scalar) else { continue }
        kept.append(scalar)
      case .keep:
        let width = ScalarWidth.columns(scalar)
        if width == 0 {
          guard columns > 0, marks < Cluster.marksPerLetter else { continue }
          marks += 1
        } else {
          marks = 0
        }
        columns += width
        kept.append(scalar)
      }
    }
    guard columns > 0, let base = kept.first else { return nil }
    let isOneGlyph = EmojiSequence.isOneGlyph(kept, base: base)
    self.init(unchecked: Character(String(kept)), width: isOneGlyph ? 2 : columns)
  }

  /// Joiners shape letters outside ASCII; emoji presentation needs an emoji (digits are, for keycaps); tags need the
  /// black flag (Unicode Technical Standard 51).
  private static func mayFollow(_ base: Unicode.Scalar, _ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFE0F: base.properties.isEmoji
    case 0xE0020...0xE007F: base.value == 0x1F3F4
    default: !base.isASCII
    }
  }
}
