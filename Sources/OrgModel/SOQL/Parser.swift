/// Reads SOQL, token by token. What it reads, and how, is in the extensions.
struct Parser {
  let text: String
  private let tokens: [Token]
  private var index = 0
  private var depth = 0

  /// Source: SOQL and SOSL Reference, "SOQL and SOSL Limits".
  private static let maximumLength = 100_000
  private static let maximumDepth = 64

  /// A parser of the text from a place on, in UTF-8 bytes.
  init(_ text: String, from offset: Int = 0) throws(APIError) {
    guard text.utf8.count <= Self.maximumLength else {
      throw APIError(.malformedQuery, "SOQL statements cannot be longer than \(Self.maximumLength) characters.")
    }
    self.text = text
    tokens = try Lexer.tokens(of: text, from: offset)
  }

  var current: Token { token(ahead: 0) }

  func token(ahead distance: Int) -> Token { tokens[min(index + distance, tokens.count - 1)] }

  mutating func advance() { index += 1 }

  mutating func accept(_ keyword: String) -> Bool {
    guard current.keyword == keyword else { return false }
    advance()
    return true
  }

  mutating func accept(sign: String) -> Bool {
    guard current.kind == .sign(sign) else { return false }
    advance()
    return true
  }

  mutating func expect(_ keyword: String) throws(APIError) {
    guard accept(keyword) else { throw unexpected() }
  }

  mutating func expect(sign: String) throws(APIError) {
    guard accept(sign: sign) else { throw unexpected() }
  }

  func expectEnd() throws(APIError) {
    guard current.kind == .end else { throw unexpected() }
  }

  func unexpected() -> APIError {
    SOQLError.malformed("unexpected token: '\(current.shown)'", in: text, at: current.offset)
  }

  /// Runs `body` one level deeper; a text that nests without end is refused before the stack is.
  mutating func nested<Value>(
    _ body: (inout Parser) throws(APIError) -> Value
  ) throws(APIError) -> Value {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw SOQLError.malformed("the query is nested too deeply", in: text, at: current.offset)
    }
    return try body(&self)
  }

  mutating func word() throws(APIError) -> String {
    let token = current
    guard case .word(let word) = token.kind, let keyword = token.keyword, !Self.reserved.contains(keyword) else {
      throw unexpected()
    }
    advance()
    return word
  }

  mutating func path() throws(APIError) -> Query.Path {
    let offset = current.offset
    let word = try word()
    guard word.utf8.contains(UInt8(ascii: ".")) else { return Query.Path(parts: [word], offset: offset) }
    let parts = word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ !$0.isEmpty }), parts.count <= 6 else {
      throw SOQLError.malformed("unexpected token: '.'", in: text, at: offset)
    }
    return Query.Path(parts: parts, offset: offset)
  }

  mutating func count() throws(APIError) -> Int {
    guard case .number(let number) = current.kind, number >= 0, number == number.rounded(), number <= 1e9 else {
      throw unexpected()
    }
    advance()
    return Int(number)
  }

  private static let reserved: Set = [
    "SELECT", "FROM", "WHERE", "AND", "OR", "NOT", "ORDER", "LIMIT", "LIKE", "IN", "TYPEOF",
  ]
}
