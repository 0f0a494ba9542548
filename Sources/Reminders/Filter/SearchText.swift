/// What a filter looks through: the words of a reminder, folded, each after a space, so that a word begins with `ada` where
/// the text contains ` ada`.
///
/// Scripts that are written without spaces have no words to be told apart by: each of their letters counts as a word, so
/// that any part of such a text is found.
package enum SearchText {
  package static func words(of fields: ReminderFields) -> String {
    words(
      name: fields.name, person: fields.person?.name, relatedTo: fields.relatedTo?.name, details: fields.details)
  }

  /// Each in a line of its own: nothing is found across two of them.
  package static func words(name: String, person: String?, relatedTo: String?, details: String) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(name.utf8.count + details.utf8.count + 64)
    for (index, part) in [name, person ?? "", relatedTo ?? "", details].enumerated() {
      if index > 0 { text.append(UInt8(ascii: "\n")) }
      append(part, to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func append(_ part: String, to text: inout [UInt8]) {
    guard let latin = FoldedText.latin(part) else {
      for word in FoldedText.words(part) { text.append(contentsOf: spaced(word).utf8) }
      return
    }
    let space = UInt8(ascii: " ")
    var last = space
    for letter in latin {
      if letter != space {
        if last == space { text.append(space) }
        text.append(letter)
      }
      last = letter
    }
  }

  /// A folded word with a space before it, and before each letter that needs none in writing.
  static func spaced(_ word: String) -> String {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return " " + word }
    var result = ""
    var isInWord = false
    for character in word {
      let isUnspaced = isUnspaced(character)
      if isUnspaced || !isInWord { result.append(" ") }
      result.append(character)
      isInWord = !isUnspaced
    }
    return result
  }

  /// Whether a letter is of a script without spaces between words, or, as in Korean, with words that grow at their ends.
  static func isUnspaced(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first, scalar.value >= 0x0E00 else { return false }
    return unspaced.contains { $0.contains(scalar.value) }
  }

  /// The Unicode Standard, "Blocks": Thai to Tibetan, Myanmar, Khmer, Hangul, Kana and CJK.
  private static let unspaced: [ClosedRange<UInt32>] = [
    0x0E00...0x0FFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3005...0x3007,
    0x3040...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF,
    0x1AFF0...0x1B16F, 0x20000...0x3FFFF,
  ]
}
