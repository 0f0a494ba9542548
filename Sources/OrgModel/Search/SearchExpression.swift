/// What is to be found: words and phrases, joined by AND, OR and AND NOT.
///
/// Source: SOQL and SOSL Reference, "FIND {SearchQuery}".
indirect enum SearchExpression: Sendable {
  /// Words that must follow one another in a field.
  case phrase([SearchPattern])
  case all([SearchExpression])
  case any([SearchExpression])
  case without(SearchExpression, SearchExpression)

  /// Whether a record matches whose fields hold these texts. Each part may be in another field.
  func matches(_ fields: [SearchWords]) -> Bool {
    switch self {
    case .phrase(let patterns): fields.contains { Self.contains($0.words, patterns) }
    case .all(let parts): parts.allSatisfy { $0.matches(fields) }
    case .any(let parts): parts.contains { $0.matches(fields) }
    case .without(let wanted, let unwanted): wanted.matches(fields) && !unwanted.matches(fields)
    }
  }

  private static func contains(_ words: [[Character]], _ patterns: [SearchPattern]) -> Bool {
    guard words.count >= patterns.count else { return false }
    return (0...(words.count - patterns.count))
      .contains { start in
        patterns.indices.allSatisfy { patterns[$0].matches(words[start + $0]) }
      }
  }

  /// Whether any word is long enough to be searched for.
  var isLongEnough: Bool {
    switch self {
    case .phrase(let patterns): patterns.contains(where: \.isLongEnough)
    case .all(let parts), .any(let parts): parts.contains(where: \.isLongEnough)
    case .without(let wanted, _): wanted.isLongEnough
    }
  }
}
