import Foundation

/// A text as a search sees it: its words without case, accents and punctuation.
package enum FoldedText {
  /// `Małgorzata Núñez-Weiß` is `malgorzata`, `nunez`, `weiss`.
  package static func words(_ text: String) -> [String] {
    if let latin = latin(text) {
      return latin.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
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
        // To look a character up takes many times as long as to see that it is one of ASCII.
        if !character.isASCII, let letters = undecomposed[character] {
          result += letters
        } else {
          result.append(character)
        }
      }
    return lowercased.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
      .precomposedStringWithCanonicalMapping
  }

  // MARK: - Latin texts

  /// A text with no other letters than those of western languages, folded, with a space for each other character; `nil` for
  /// any other text.
  ///
  /// Most texts are such, and to ask each `Character` what it is takes fifty times as long.
  static func latin(_ text: String) -> [UInt8]? {
    var text = text
    return text.withUTF8 { bytes in
      var folded: [UInt8] = []
      folded.reserveCapacity(bytes.count)
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        switch byte {
        case 0x61...0x7A, 0x30...0x39: folded.append(byte)
        case 0x41...0x5A: folded.append(byte | 0x20)
        case ..<0x80: folded.append(UInt8(ascii: " "))
        case 0xC3...0xC5:
          // Two bytes: U+00C0 to U+017F.
          let letters = accented[Int(byte & 0x1F) << 6 + Int(bytes[index] & 0x3F) - firstAccented]
          index += 1
          if letters.isEmpty { return nil }
          folded.append(contentsOf: letters)
        default: return nil
        }
      }
      return folded
    }
  }

  private static let firstAccented = 0xC0

  /// What each letter of the blocks Latin-1 Supplement and Latin Extended-A is folded to; empty for what is none of ASCII.
  private static let accented: [[UInt8]] = (firstAccented...0x17F)
    .map { value in
      let letters = Unicode.Scalar(UInt32(value)).map { folded(String($0)).utf8.map(\.self) } ?? []
      return letters.allSatisfy { (0x61...0x7A).contains($0) } ? letters : []
    }

  /// Letters that Unicode does not take for another one with a mark, as people without that key type them.
  private static let undecomposed: [Character: String] = [
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
  ]
}
