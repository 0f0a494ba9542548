import CNcurses
import Glibc

/// What is really sent for a cell, so that the row is right from the next cell on in any terminal.
///
/// A frame counts columns as Unicode means them; ncurses and many terminals add up the scalars' own widths. Where the two
/// differ – flags, joined emoji, emoji presentation – a simpler form goes out that both count the same.
enum CellGlyphs {
  /// Characters of one spacing scalar with its marks, each with its width by the C library; together exactly the cell.
  static func pieces(of cell: Cell) -> [(scalars: [Unicode.Scalar], width: Int)] {
    var pieces: [(scalars: [Unicode.Scalar], width: Int)] = []
    var left = cell.width
    for piece in simplified(cell.character) {
      var piece = piece
      var width = piece.first.map(columns) ?? 0
      if width <= 0 {
        piece = [piece.first.map(substitute) ?? "?"]
        width = 1
      }
      guard width <= left else { break }
      pieces.append((piece, width))
      left -= width
    }
    return pieces + Array(repeating: (scalars: [" "], width: 1), count: left)
  }

  /// The character in pieces that each begin with the only scalar that takes columns.
  private static func simplified(_ character: Character) -> [[Unicode.Scalar]] {
    let scalars = character.unicodeScalars
    guard let base = scalars.first, scalars.count > 1 else { return [Array(scalars)] }
    if EmojiSequence.isOneGlyph(scalars, base: base) {
      // A flag goes out as its two letters: half of a pair that is drawn anew would be another flag.
      guard EmojiSequence.isRegionalIndicator(base) else { return [[base]] }
      return scalars.prefix(2).map { [Unicode.Scalar($0.value - 0x1F1E6 + 0x41) ?? "?"] }
    }
    var pieces: [[Unicode.Scalar]] = []
    for scalar in scalars {
      if ScalarWidth.columns(scalar) > 0 && !isInvisible(scalar) {
        pieces.append([scalar])
      } else if !pieces.isEmpty {
        pieces[pieces.count - 1].append(scalar)
      }
    }
    return pieces
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if case .keepInsideCluster = SafeScalars.verdict(scalar) { true } else { false }
  }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    scalar.isASCII ? 1 : Int(cncurses_width(wchar_t(scalar.value)))
  }

  /// What stands for a character that the locale does not have.
  private static func substitute(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "‘", "’", "‚", "′": "'"
    case "“", "”", "„", "″": "\""
    case "‐", "‑", "‒", "–", "—", "―", "−", "─": "-"
    case "│": "|"
    case "•", "·", "…": "."
    case "\u{A0}", "\u{2000}"..."\u{200A}", "\u{202F}", "\u{3000}": " "
    default: "?"
    }
  }
}
