/// What is to be found: words and phrases, joined by AND, OR and AND NOT.
///
/// Source: SOQL and SOSL Reference, "FIND {SearchQuery}".
indirect enum SearchExpression: Sendable {
  /// Words that must follow one another in a field.
  case phrase([SearchPattern])
  case all([SearchExpression])
  case any([SearchExpression])
  case without(SearchExpression, SearchExpression)

  /// Whether a record with these texts matches. Each part may be in another field.
  func matches(_ texts: inout SearchedTexts) -> Bool {
    switch self {
    case .phrase(let patterns): texts.contain(patterns)
    case .all(let parts): parts.allSatisfy { $0.matches(&texts) }
    case .any(let parts): parts.contains { $0.matches(&texts) }
    case .without(let wanted, let unwanted): wanted.matches(&texts) && !unwanted.matches(&texts)
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
