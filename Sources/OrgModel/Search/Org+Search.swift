package import Foundation

extension Org {
  /// Runs a SOSL search as `user`: the rows of one object after those of another, in the order of RETURNING.
  ///
  /// Source: SOQL and SOSL Reference, "SOSL Syntax".
  package func search(_ sosl: String, by user: RecordID, at now: Date) throws(APIError) -> [QueryRow] {
    let query = try SOSLParser.query(sosl)
    return try search(
      for: query.expression, in: query.scope, returning: query.returning ?? Self.everywhere, limit: query.limit,
      by: user, at: now)
  }

  /// Searches for words without SOSL; without targets, in all objects.
  ///
  /// Source: REST API Developer Guide, "Parameterized Search".
  package func search(
    for term: String, in scope: SearchScope, targets: [SearchTarget], limit: Int? = nil, by user: RecordID, at now: Date
  ) throws(APIError) -> [QueryRow] {
    var queries: [Query] = []
    for target in targets { queries.append(try target.query()) }
    return try search(
      for: try SearchExpressionParser.expression(term), in: scope,
      returning: queries.isEmpty ? Self.everywhere : queries, limit: limit, by: user, at: now)
  }

  /// A search returns no more, whatever it asks for.
  private static let maximumRows = 2000

  private static var everywhere: [Query] {
    SearchScope.nameFields.keys.sorted()
      .map { Query(text: $0, selection: .fields([]), object: $0, objectOffset: 0) }
  }

  private func search(
    for expression: SearchExpression, in scope: SearchScope, returning queries: [Query], limit: Int?,
    by user: RecordID, at now: Date
  ) throws(APIError) -> [QueryRow] {
    let limit = min(limit ?? Self.maximumRows, Self.maximumRows)
    let reader = FieldReader(org: self, user: user)
    var rows: [QueryRow] = []
    // All of them are read before one is run: a search that is wrong finds nothing.
    var bound: [BoundQuery] = []
    for query in queries { bound.append(try BoundQuery(query.selectingID, for: reader)) }
    for query in bound {
      guard SearchScope.nameFields[query.definition.name] != nil else {
        throw APIError(.invalidType, "entity type \(query.definition.name) does not support search")
      }
    }
    let context = QueryContext(org: self, now: Timestamp(now), user: user)
    for query in bound {
      let slots = scope.fields(of: query.definition).filter { reader.canRead($0, on: query.definition) }
        .compactMap { query.definition.position(of: $0.name) }
      let found = query.run(in: context) { record in
        expression.matches(slots.compactMap { record.slots[$0].text.map { SearchWords($0) } })
      }
      rows += QueryResult(query, found: found).rows(0..<(limit - rows.count), in: self)
    }
    return rows
  }
}

extension Query {
  /// A search returns the Id where no fields were asked for.
  fileprivate var selectingID: Query {
    guard case .fields(let items) = selection, items.isEmpty else { return self }
    return Query(
      text: text, selection: .fields([.path(Path(parts: ["Id"], offset: objectOffset))]), object: object,
      objectOffset: objectOffset, alias: alias, condition: condition, order: order, limit: limit, offset: offset)
  }
}
