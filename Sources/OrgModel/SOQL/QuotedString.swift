/// What stands between the quotes of a string in SOQL, its escapes as they were written.
///
/// Source: SOQL and SOSL Reference, "Quoted String Escape Sequences".
struct QuotedString: Equatable, Sendable {
  /// Behind each backslash stands one of `escapes`; the lexer sees to it.
  let raw: String

  /// What a backslash makes of the character behind it.
  static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "n": "\n", "N": "\n", "r": "\r", "R": "\r", "t": "\t", "T": "\t", "b": "\u{8}", "B": "\u{8}", "f": "\u{C}",
    "F": "\u{C}", "\"": "\"", "'": "'", "\\": "\\", "_": "_", "%": "%",
  ]

  /// The text that it stands for.
  var text: String {
    var text = String.UnicodeScalarView()
    forEachScalar { scalar, _ in text.append(scalar) }
    return String(text)
  }

  /// What it means behind LIKE: `%` stands for any text and `_` for one character, unless a backslash is before them;
  /// case does not matter.
  ///
  /// Source: SOQL and SOSL Reference, "Comparison Operators".
  var pattern: Wildcard {
    var pieces: [Wildcard.Piece] = []
    var literal = String.UnicodeScalarView()
    func endLiteral() {
      pieces += String(literal).lowercased().map { .character($0) }
      literal = String.UnicodeScalarView()
    }
    forEachScalar { scalar, isEscaped in
      switch scalar {
      case "%" where !isEscaped:
        endLiteral()
        if pieces.last != .anyText { pieces.append(.anyText) }
      case "_" where !isEscaped:
        endLiteral()
        pieces.append(.anyCharacter)
      default: literal.append(scalar)
      }
    }
    endLiteral()
    return Wildcard(pieces: pieces)
  }

  private func forEachScalar(_ body: (_ scalar: Unicode.Scalar, _ isEscaped: Bool) -> Void) {
    var isEscaped = false
    for scalar in raw.unicodeScalars {
      if scalar == "\\", !isEscaped {
        isEscaped = true
      } else {
        body(isEscaped ? Self.escapes[scalar] ?? scalar : scalar, isEscaped)
        isEscaped = false
      }
    }
  }
}
