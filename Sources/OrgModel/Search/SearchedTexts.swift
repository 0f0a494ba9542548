/// The texts of a record; each is cut into words when a search first looks at it.
struct SearchedTexts {
  private enum Field {
    case text(String)
    case words([[Character]])
  }

  private var fields: [Field]

  init(_ texts: [String]) {
    fields = texts.map { .text($0) }
  }

  /// Whether some field holds words that match these patterns one after the other.
  mutating func contain(_ patterns: [SearchPattern]) -> Bool {
    for index in fields.indices {
      let words = words(at: index)
      guard words.count >= patterns.count else { continue }
      let isFound = (0...(words.count - patterns.count))
        .contains { start in
          patterns.indices.allSatisfy { patterns[$0].matches(words[start + $0]) }
        }
      if isFound { return true }
    }
    return false
  }

  private mutating func words(at index: Int) -> [[Character]] {
    switch fields[index] {
    case .words(let words): return words
    case .text(let text):
      let words = SearchWords(text).words
      fields[index] = .words(words)
      return words
    }
  }
}
