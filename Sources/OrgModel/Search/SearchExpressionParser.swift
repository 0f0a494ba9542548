/// Reads what stands between the braces of FIND, or in `q` of a parameterized search.
struct SearchExpressionParser {
  private enum Token: Equatable {
    case word(String)
    case phrase(String)
    case opening
    case closing
    case and
    case or
    case not
  }

  private var tokens: [Token]
  private var index = 0
  private var depth = 0

  private static let maximumDepth = 64

  /// Source: SOQL and SOSL Reference, "FIND {SearchQuery}": a search term has two characters at least.
  static func expression(_ text: String) throws(APIError) -> SearchExpression {
    var parser = SearchExpressionParser(tokens: tokens(of: text))
    guard !parser.tokens.isEmpty else { throw tooShort(text) }
    let expression = try parser.any()
    guard parser.index == parser.tokens.count else { throw malformed }
    guard expression.isLongEnough else { throw tooShort(text) }
    return expression
  }

  private static func tooShort(_ text: String) -> APIError {
    APIError(.invalidSearch, "search term must be longer than one character: \(text)")
  }

  private static let malformed = APIError(.malformedSearch, "The search term is not well-formed.")

  // MARK: Grammar

  private var current: Token? { index < tokens.count ? tokens[index] : nil }

  private mutating func accept(_ token: Token) -> Bool {
    guard current == token else { return false }
    index += 1
    return true
  }

  private mutating func any() throws(APIError) -> SearchExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw Self.malformed }
    var parts = [try all()]
    while accept(.or) { parts.append(try all()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  /// Words without an operator between them must all be there.
  private mutating func all() throws(APIError) -> SearchExpression {
    var wanted = [try term()]
    var unwanted: [SearchExpression] = []
    while let token = current, token != .or, token != .closing {
      _ = accept(.and)
      if accept(.not) { unwanted.append(try term()) } else { wanted.append(try term()) }
    }
    let all: SearchExpression = wanted.count == 1 ? wanted[0] : .all(wanted)
    return unwanted.isEmpty ? all : .without(all, .any(unwanted))
  }

  private mutating func term() throws(APIError) -> SearchExpression {
    guard let token = current else { throw Self.malformed }
    index += 1
    switch token {
    case .word(let text): return try phrase(text, wildcards: ["*", "?"])
    case .phrase(let text): return try phrase(text, wildcards: [])
    case .opening:
      let inner = try any()
      guard accept(.closing) else { throw Self.malformed }
      return inner
    case .closing, .and, .or, .not: throw Self.malformed
    }
  }

  /// An address or a number with a hyphen is several words that follow one another. A wildcard at the beginning counts for
  /// nothing.
  private func phrase(_ text: String, wildcards: Set<Character>) throws(APIError) -> SearchExpression {
    let patterns = SearchWords(text, keeping: wildcards).words
      .map { $0.drop { wildcards.contains($0) } }.filter { !$0.isEmpty }.map { SearchPattern($0) }
    guard !patterns.isEmpty else { throw Self.tooShort(text) }
    return .phrase(patterns)
  }

  // MARK: Tokens

  /// A backslash takes the meaning away from the character behind it.
  private static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    var rest = text[...]
    while let first = rest.first {
      switch first {
      case _ where first.isWhitespace: rest.removeFirst()
      case "(":
        rest.removeFirst()
        tokens.append(.opening)
      case ")":
        rest.removeFirst()
        tokens.append(.closing)
      case "\"":
        rest.removeFirst()
        tokens.append(.phrase(take(from: &rest) { $0 == "\"" }))
        if !rest.isEmpty { rest.removeFirst() }
      default:
        let word = take(from: &rest) { $0.isWhitespace || $0 == "(" || $0 == ")" || $0 == "\"" }
        tokens.append(operators[word.uppercased()] ?? .word(word))
      }
    }
    return tokens
  }

  private static let operators: [String: Token] = ["AND": .and, "OR": .or, "NOT": .not]

  /// The text up to where `isEnd` is true; an escaped character becomes a space, for it parts words.
  private static func take(from rest: inout Substring, until isEnd: (Character) -> Bool) -> String {
    var taken = ""
    while let character = rest.first, !isEnd(character) {
      rest.removeFirst()
      if character == "\\" {
        if !rest.isEmpty { rest.removeFirst() }
        taken.append(" ")
      } else {
        taken.append(character)
      }
    }
    return taken
  }
}
