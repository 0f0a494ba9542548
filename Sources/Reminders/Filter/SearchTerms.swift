package import Foundation

/// What is typed to filter by: every word of it begins a word of the reminder, in any order, whatever the case and accents.
package struct SearchTerms: Hashable, Sendable {
  /// Each as it has to stand in a `SearchText`.
  package let terms: [String]
  /// The text has nothing to search for, but signs: it fits to nothing.
  package let isUnanswerable: Bool

  package init(_ text: String) {
    terms = FoldedText.words(text).map(SearchText.spaced)
    isUnanswerable = terms.isEmpty && !text.trimmed.isEmpty
  }

  package var isEmpty: Bool { terms.isEmpty && !isUnanswerable }

  /// Whether a reminder of these words fits.
  package func fit(_ words: String) -> Bool {
    !isUnanswerable && terms.allSatisfy { words.contains($0) }
  }

  /// The letters of a text that the terms stand for, by their places in it.
  package func matches(in text: String) -> IndexSet {
    var matches = IndexSet()
    guard !terms.isEmpty else { return matches }
    let letters = text.map { FoldedText.folded(String($0)) }
    let sought = terms.map { $0.filter { $0 != " " } }
    var wasWord = false
    for start in letters.indices {
      guard let first = letters[start].first, first.isLetter || first.isNumber else {
        wasWord = false
        continue
      }
      let isUnspaced = SearchText.isUnspaced(first)
      if isUnspaced || !wasWord {
        for term in sought { matches.formUnion(Self.match(of: term, at: start, in: letters)) }
      }
      wasWord = !isUnspaced
    }
    return matches
  }

  /// The letters from `start` on that a term stands for; none where it does not begin there.
  private static func match(of term: String, at start: Int, in letters: [String]) -> IndexSet {
    var rest = term[...]
    var end = start
    while !rest.isEmpty, end < letters.count {
      let letter = letters[end]
      // The last letter may stand for more than was typed: `s` for `ß`.
      guard !letter.isEmpty, rest.hasPrefix(letter) || letter.hasPrefix(rest) else { return [] }
      rest = rest.dropFirst(letter.count)
      end += 1
    }
    return rest.isEmpty ? IndexSet(integersIn: start..<end) : []
  }
}
