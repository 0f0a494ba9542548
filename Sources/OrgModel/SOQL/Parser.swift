/// Reads a SOQL query of one object.
///
/// Source: SOQL and SOSL Reference, "SOQL SELECT Syntax". Not read: GROUP BY, HAVING, TYPEOF, subqueries, FIELDS(),
/// functions, WITH, FOR, aliases.
struct Parser {
  let text: String
  private let tokens: [Token]
  private var index = 0
  private var depth = 0

  /// Salesforce refuses longer queries.
  private static let maximumLength = 100_000
  private static let maximumDepth = 64

  init(_ text: String) throws(APIError) {
    guard text.utf8.count <= Self.maximumLength else {
      throw APIError(.malformedQuery, "SOQL statements cannot be longer than \(Self.maximumLength) characters.")
    }
    self.text = text
    tokens = try Lexer.tokens(of: text)
  }

  static func query(_ text: String) throws(APIError) -> Query {
    var parser = try Parser(text)
    return try parser.query()
  }

  private mutating func query() throws(APIError) -> Query {
    guard accept("SELECT") else {
      throw SOQLError.malformed("unexpected token: '\(current.shown)'", in: text, at: current.offset)
    }
    let selection = try selection()
    try expect("FROM")
    let objectOffset = current.offset
    let object = try word()
    let condition = accept("WHERE") ? try condition() : nil
    let order = try order()
    let limit = accept("LIMIT") ? try count() : nil
    let offset = accept("OFFSET") ? try count() : nil
    guard current.kind == .end else { throw unexpected() }
    return Query(
      text: text, selection: selection, object: object, objectOffset: objectOffset, condition: condition, order: order,
      limit: limit, offset: offset)
  }

  private mutating func selection() throws(APIError) -> Query.Selection {
    if current.keyword == "COUNT", tokens[index + 1].kind == .sign("(") {
      index += 1
      try expect(sign: "(")
      try expect(sign: ")")
      return .count
    }
    var paths = [try path()]
    while accept(sign: ",") { paths.append(try path()) }
    return .fields(paths)
  }

  private mutating func order() throws(APIError) -> [Query.Order] {
    guard accept("ORDER") else { return [] }
    try expect("BY")
    var terms: [Query.Order] = []
    repeat {
      let path = try path()
      let isDescending = accept("DESC")
      if !isDescending { _ = accept("ASC") }
      var nullsLast = false
      if accept("NULLS") {
        nullsLast = accept("LAST")
        if !nullsLast { try expect("FIRST") }
      }
      terms.append(Query.Order(path: path, isDescending: isDescending, nullsLast: nullsLast))
    } while accept(sign: ",")
    return terms
  }

  private mutating func count() throws(APIError) -> Int {
    guard case .number(let number) = current.kind, number >= 0, number == number.rounded(), number <= 1e9 else {
      throw unexpected()
    }
    index += 1
    return Int(number)
  }

  // MARK: Conditions

  /// AND and OR bind equally in SOQL, so a mixture needs parentheses.
  private mutating func condition() throws(APIError) -> Query.Condition {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw SOQLError.malformed("the query is nested too deeply", in: text, at: current.offset)
    }
    var terms = [try term()]
    guard let connective = current.keyword, connective == "AND" || connective == "OR" else { return terms[0] }
    while accept(connective) { terms.append(try term()) }
    guard !["AND", "OR"].contains(current.keyword) else { throw unexpected() }
    return connective == "AND" ? .all(terms) : .any(terms)
  }

  private mutating func term() throws(APIError) -> Query.Condition {
    if accept("NOT") {
      depth += 1
      defer { depth -= 1 }
      guard depth <= Self.maximumDepth else {
        throw SOQLError.malformed("the query is nested too deeply", in: text, at: current.offset)
      }
      return .not(try term())
    }
    guard accept(sign: "(") else { return try comparison() }
    let inner = try condition()
    try expect(sign: ")")
    return inner
  }

  private mutating func comparison() throws(APIError) -> Query.Condition {
    let path = try path()
    if accept("LIKE") { return .like(path, try literal()) }
    if accept("IN") { return .among(path, try list(), negated: false) }
    if accept("NOT") {
      try expect("IN")
      return .among(path, try list(), negated: true)
    }
    guard case .sign(let sign) = current.kind,
      let comparison = Query.Comparison(rawValue: sign == "<>" ? "!=" : sign)
    else { throw unexpected() }
    index += 1
    return .compare(path, comparison, try literal())
  }

  private mutating func list() throws(APIError) -> [Query.Literal] {
    try expect(sign: "(")
    var literals = [try literal()]
    while accept(sign: ",") { literals.append(try literal()) }
    try expect(sign: ")")
    return literals
  }

  private mutating func literal() throws(APIError) -> Query.Literal {
    let token = current
    let value: Query.Literal.Value
    switch token.kind {
    case .string(let text): value = .text(text)
    case .number(let number): value = .number(number)
    case .day(let day): value = .day(day)
    case .time(let time): value = .time(time)
    case .word(let word):
      switch word.uppercased() {
      case "NULL": value = .null
      case "TRUE": value = .flag(true)
      case "FALSE": value = .flag(false)
      default:
        guard let literal = DateLiteral(word) else { throw unexpected() }
        value = .days(literal)
      }
    case .sign, .end: throw unexpected()
    }
    index += 1
    return Query.Literal(value: value, offset: token.offset)
  }

  private mutating func path() throws(APIError) -> Query.Path {
    let offset = current.offset
    let parts = try word().split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ !$0.isEmpty }), parts.count <= 6 else {
      throw SOQLError.malformed("unexpected token: '.'", in: text, at: offset)
    }
    return Query.Path(parts: parts, offset: offset)
  }

  // MARK: Tokens

  private var current: Token { tokens[min(index, tokens.count - 1)] }

  private mutating func word() throws(APIError) -> String {
    guard case .word(let word) = current.kind, !Self.reserved.contains(word.uppercased()) else { throw unexpected() }
    index += 1
    return word
  }

  private mutating func accept(_ keyword: String) -> Bool {
    guard current.keyword == keyword else { return false }
    index += 1
    return true
  }

  private mutating func accept(sign: String) -> Bool {
    guard current.kind == .sign(sign) else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ keyword: String) throws(APIError) {
    guard accept(keyword) else { throw unexpected() }
  }

  private mutating func expect(sign: String) throws(APIError) {
    guard accept(sign: sign) else { throw unexpected() }
  }

  private func unexpected() -> APIError {
    SOQLError.malformed("unexpected token: '\(current.shown)'", in: text, at: current.offset)
  }

  private static let reserved: Set = ["SELECT", "FROM", "WHERE", "AND", "OR", "NOT", "ORDER", "LIMIT", "LIKE", "IN"]
}
