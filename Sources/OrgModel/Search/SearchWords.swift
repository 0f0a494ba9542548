import Foundation

/// A text as a search sees it: its words, without case and accents.
///
/// Source: SOQL and SOSL Reference, "FIND {SearchQuery}": spaces and punctuation part the words.
struct SearchWords: Sendable {
  let words: [[Character]]

  /// The words of `text`; characters in `kept` are taken as part of words.
  init(_ text: String, keeping kept: Set<Character> = []) {
    let folded = text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    words = folded.split { !$0.isLetter && !$0.isNumber && !kept.contains($0) }.map(Array.init)
  }
}

/// A word to look for, in which `*` stands for any characters and `?` for one.
struct SearchPattern: Sendable, Equatable {
  let characters: [Character]

  /// How many characters it gives, without the wildcards.
  var length: Int { characters.count { $0 != "*" && $0 != "?" } }

  /// A single Chinese or Japanese character is a word already.
  var isLongEnough: Bool { length >= 2 || characters.contains(where: Self.isIdeograph) }

  func matches(_ word: [Character]) -> Bool {
    // Texts without spaces have no words; there any place will do.
    if characters.contains(where: Self.isIdeograph) {
      return word.indices.contains { matches(word[$0...].prefix(characters.count)) }
    }
    return matches(word[...])
  }

  /// Linear but for `*`, which goes back to the last one only.
  private func matches(_ word: ArraySlice<Character>) -> Bool {
    var place = word.startIndex
    var index = 0
    var retry: (index: Int, place: Int)?
    while place < word.endIndex {
      if index < characters.count, characters[index] == "*" {
        retry = (index + 1, place)
        index += 1
      } else if index < characters.count, characters[index] == "?" || characters[index] == word[place] {
        index += 1
        place += 1
      } else if let last = retry {
        retry = (last.index, last.place + 1)
        index = last.index
        place = last.place + 1
      } else {
        return false
      }
    }
    return characters[index...].allSatisfy { $0 == "*" }
  }

  private static func isIdeograph(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.properties.isIdeographic }
  }
}
