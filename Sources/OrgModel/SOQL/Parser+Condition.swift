/// Source: SOQL and SOSL Reference, "Condition Expression Syntax (WHERE Clause)".
extension Parser {
  /// AND and OR bind equally in SOQL, so a mixture needs parentheses.
  mutating func condition() throws(APIError) -> Query.Condition {
    try nested { parser throws(APIError) in
      var terms = [try parser.term()]
      guard let connective = parser.current.keyword, connective == "AND" || connective == "OR" else { return terms[0] }
      while parser.accept(connective) { terms.append(try parser.term()) }
      guard !["AND", "OR"].contains(parser.current.keyword) else { throw parser.unexpected() }
      return connective == "AND" ? .all(terms) : .any(terms)
    }
  }

  private mutating func term() throws(APIError) -> Query.Condition {
    if accept("NOT") {
      return .not(try nested { parser throws(APIError) in try parser.term() })
    }
    guard accept(sign: "(") else { return try comparison() }
    let inner = try condition()
    try expect(sign: ")")
    return inner
  }

  private mutating func comparison() throws(APIError) -> Query.Condition {
    let path = try path()
    if accept("LIKE") { return .like(path, try literal()) }
    if accept("IN") { return try membership(of: path, negated: false) }
    if accept("NOT") {
      try expect("IN")
      return try membership(of: path, negated: true)
    }
    guard case .sign(let sign) = current.kind,
      let comparison = Query.Comparison(rawValue: sign == "<>" ? "!=" : sign)
    else { throw unexpected() }
    advance()
    return .compare(path, comparison, try literal())
  }

  private mutating func membership(of path: Query.Path, negated: Bool) throws(APIError) -> Query.Condition {
    try expect(sign: "(")
    let condition: Query.Condition
    if current.keyword == "SELECT" {
      condition = .joined(
        path, try nested { parser throws(APIError) in try parser.selectFromWhere() }, negated: negated)
    } else {
      var literals = [try literal()]
      while accept(sign: ",") { literals.append(try literal()) }
      condition = .among(path, literals, negated: negated)
    }
    try expect(sign: ")")
    return condition
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
    case .sign(":"):
      throw SOQLError.malformed("Bind variables only allowed in Apex code", in: text, at: token.offset)
    case .sign, .end: throw unexpected()
    }
    advance()
    return Query.Literal(value: value, offset: token.offset)
  }
}
