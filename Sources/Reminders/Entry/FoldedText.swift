import Foundation

/// A text as a search sees it: its words without case, accents and punctuation.
package enum FoldedText {
  /// `Małgorzata Núñez-Weiß` is `malgorzata`, `nunez`, `weiss`.
  package static func words(_ text: String) -> [String] {
    // Most texts are ASCII, and to ask each `Character` what it is takes many times as long.
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return text.lowercased().utf8.split { !isLetterOrDigit($0) }.map { String(Substring($0)) }
    }
    return folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The letters without case and accents, each with the place of the character that it is of.
  package static func letters(of text: String) -> [(letter: Character, place: Int)] {
    text.enumerated().flatMap { place, character in folded(String(character)).map { ($0, place) } }
  }

  /// The text without case and accents.
  package static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    let lowercased = text.lowercased()
      .reduce(into: "") { result, character in
        if let letters = undecomposed[character] { result += letters } else { result.append(character) }
      }
    return lowercased.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
      .precomposedStringWithCanonicalMapping
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  /// Letters that Unicode does not take for another one with a mark, as people without that key type them.
  private static let undecomposed: [Character: String] = [
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
  ]
}
