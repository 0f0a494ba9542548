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
  private let wildcard: Wildcard

  init(_ characters: some Sequence<Character>) {
    wildcard = Wildcard(
      pieces: characters.map { character in
        switch character {
        case "*": .anyText
        case "?": .anyCharacter
        default: .character(character)
        }
      })
  }

  /// A single Chinese or Japanese character is a word already.
  var isLongEnough: Bool { wildcard.pieces.count(where: Self.isCharacter) >= 2 || hasIdeograph }

  func matches(_ word: [Character]) -> Bool {
    guard hasIdeograph else { return wildcard.matches(word[...]) }
    // Texts without spaces have no words; there any place will do.
    return word.indices.contains { wildcard.matches(word[$0...].prefix(wildcard.pieces.count)) }
  }

  private var hasIdeograph: Bool { wildcard.pieces.contains(where: Self.isIdeograph) }

  private static func isCharacter(_ piece: Wildcard.Piece) -> Bool {
    if case .character = piece { true } else { false }
  }

  private static func isIdeograph(_ piece: Wildcard.Piece) -> Bool {
    guard case .character(let character) = piece else { return false }
    return character.unicodeScalars.contains { $0.properties.isIdeographic }
  }
}
