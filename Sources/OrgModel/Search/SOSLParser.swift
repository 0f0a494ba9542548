/// A SOSL text that was read: what to find, where to look, and what to return.
struct SOSLQuery {
  let expression: SearchExpression
  let scope: SearchScope
  /// One query an object; `nil` where there is no RETURNING.
  let returning: [Query]?
  let limit: Int?
}

/// Source: SOQL and SOSL Reference, "SOSL Syntax". Not read, and so refused: WITH, UPDATE, USING, SIDEBAR FIELDS.
enum SOSLParser {
  static func query(_ text: String) throws(APIError) -> SOSLQuery {
    let (term, end) = try searchTerm(of: text)
    let expression = try SearchExpressionParser.expression(term)
    return try parsed(text, from: end) { parser throws(APIError) in
      let scope = try parser.searchScope()
      let returning = parser.accept("RETURNING") ? try parser.returning() : nil
      let limit = parser.accept("LIMIT") ? try parser.count() : nil
      return SOSLQuery(expression: expression, scope: scope, returning: returning, limit: limit)
    }
  }

  /// One object of RETURNING: `Contact(Id, Name WHERE …)`.
  static func target(_ text: String) throws(APIError) -> Query {
    try parsed(text, from: 0) { parser throws(APIError) in try parser.returned() }
  }

  /// What `body` reads, up to the end of the text.
  private static func parsed<Value>(
    _ text: String, from start: Int, _ body: (inout Parser) throws(APIError) -> Value
  ) throws(APIError) -> Value {
    do throws(APIError) {
      var parser = try Parser(text, from: start)
      let value = try body(&parser)
      try parser.expectEnd()
      return value
    } catch {
      guard error.code == .malformedQuery else { throw error }
      throw APIError(.malformedSearch, error.message)
    }
  }

  /// What stands between the braces of FIND, and where in the text, in UTF-8 bytes, they end.
  private static func searchTerm(of text: String) throws(APIError) -> (term: String, end: Int) {
    let start = text.drop(while: \.isWhitespace)
    guard start.prefix(4).uppercased() == "FIND" else {
      let word = start.prefix { !$0.isWhitespace }
      throw APIError(.malformedSearch, "unexpected token: '\(word.isEmpty ? "<EOF>" : word)'")
    }
    var rest = start.dropFirst(4).drop(while: \.isWhitespace)
    guard rest.popFirst() == "{" else { throw unbraced }
    var term = ""
    while let character = rest.popFirst() {
      switch character {
      case "}": return (term, text.utf8.distance(from: text.startIndex, to: rest.startIndex))
      case "\\":
        term.append(character)
        if let escaped = rest.popFirst() { term.append(escaped) }
      default: term.append(character)
      }
    }
    throw unbraced
  }

  private static let unbraced = APIError(
    .malformedSearch, "No search term found. The search term must be enclosed in braces.")
}

extension Parser {
  fileprivate mutating func searchScope() throws(APIError) -> SearchScope {
    guard accept("IN") else { return .all }
    guard let scope = current.keyword.flatMap(SearchScope.init) else { throw unexpected() }
    advance()
    try expect("FIELDS")
    return scope
  }

  fileprivate mutating func returning() throws(APIError) -> [Query] {
    var queries = [try returned()]
    while accept(sign: ",") { queries.append(try returned()) }
    return queries
  }

  fileprivate mutating func returned() throws(APIError) -> Query {
    let offset = current.offset
    let object = try word()
    guard accept(sign: "(") else {
      return Query(text: text, selection: .fields([]), object: object, objectOffset: offset)
    }
    var query = Query(text: text, selection: .fields(try items()), object: object, objectOffset: offset)
    query.condition = accept("WHERE") ? try condition() : nil
    query.order = try order()
    query.limit = accept("LIMIT") ? try count() : nil
    query.offset = accept("OFFSET") ? try count() : nil
    try expect(sign: ")")
    return query
  }
}
