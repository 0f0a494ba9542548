/// Source: SOQL and SOSL Reference, "SOQL SELECT Syntax". Not read, and so refused: GROUP BY, HAVING, TYPEOF, subqueries
/// in SELECT, functions other than COUNT() and FIELDS(), WITH, USING SCOPE, FOR.
extension Parser {
  static func query(_ text: String) throws(APIError) -> Query {
    let list = SelectList.beginning(text)
    var parser = try Parser(text, from: list?.end ?? 0)
    let query = try parser.query(list)
    try parser.expectEnd()
    return query
  }

  private mutating func query(_ list: SelectList?) throws(APIError) -> Query {
    var query = if let list { try fromWhere(list.selection, list) } else { try selectFromWhere() }
    query.order = try order()
    query.limit = accept("LIMIT") ? try count() : nil
    query.offset = accept("OFFSET") ? try count() : nil
    return query
  }

  /// The clauses that the query of a semi-join may have, too.
  mutating func selectFromWhere() throws(APIError) -> Query {
    try expect("SELECT")
    let selection = try selection()
    return try fromWhere(selection, SelectList.keep(selection, of: text, to: current.offset))
  }

  private mutating func fromWhere(_ selection: Query.Selection, _ list: SelectList?) throws(APIError) -> Query {
    try expect("FROM")
    let objectOffset = current.offset
    var query = Query(text: text, selection: selection, list: list, object: try word(), objectOffset: objectOffset)
    query.alias = try alias()
    query.condition = accept("WHERE") ? try condition() : nil
    return query
  }

  private mutating func selection() throws(APIError) -> Query.Selection {
    if current.keyword == "COUNT", token(ahead: 1).kind == .sign("("), token(ahead: 2).kind == .sign(")") {
      for _ in 0..<3 { advance() }
      return .count
    }
    return .fields(try items())
  }

  /// What SELECT lists, or RETURNING in SOSL.
  mutating func items() throws(APIError) -> [Query.Item] {
    var items = [try item()]
    while accept(sign: ",") { items.append(try item()) }
    return items
  }

  private mutating func item() throws(APIError) -> Query.Item {
    if current.keyword == "FIELDS", token(ahead: 1).kind == .sign("(") {
      for _ in 0..<2 { advance() }
      guard let group = current.keyword.flatMap(Query.FieldGroup.init) else { throw unexpected() }
      advance()
      try expect(sign: ")")
      return .group(group)
    }
    let path = try path()
    if case .word = current.kind, !Self.clauses.contains(current.keyword ?? "") {
      throw SOQLError.malformed("only aggregate expressions use field aliasing", in: text, at: current.offset)
    }
    return .path(path)
  }

  private mutating func alias() throws(APIError) -> String? {
    if accept("AS") { return try word() }
    guard let keyword = current.keyword, !Self.clauses.contains(keyword) else { return nil }
    return try word()
  }

  /// Source: SOQL and SOSL Reference, "ORDER BY": nulls come first, in either direction, unless they are wanted last.
  mutating func order() throws(APIError) -> [Query.Order] {
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

  /// The words that may follow a name without being an alias of it.
  private static let clauses: Set = [
    "ALL", "FOR", "FROM", "GROUP", "HAVING", "LIMIT", "OFFSET", "ORDER", "UPDATE", "USING", "WHERE", "WITH",
  ]
}
