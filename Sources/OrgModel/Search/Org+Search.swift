package import Foundation

extension Org {
  /// Runs a SOSL search as `user`: the rows of one object after those of another, in the order of RETURNING.
  ///
  /// Source: SOQL and SOSL Reference, "SOSL Syntax".
  package func search(_ sosl: String, by user: RecordID, at now: Date) throws(APIError) -> [QueryRow] {
    let search = try SOSLParser.query(sosl)
    var queries = SearchQueries(for: FieldReader(org: self, user: user))
    for query in search.returning ?? [] { try queries.add(query) }
    if search.returning == nil { try queries.addEverything() }
    return rows(of: queries, matching: search.expression, in: search.scope, limit: search.limit, at: now)
  }

  /// Searches for words without SOSL; without targets, in all objects.
  ///
  /// Source: REST API Developer Guide, "Parameterized Search".
  package func search(
    for term: String, in scope: SearchScope, targets: [SearchTarget], limit: Int? = nil, by user: RecordID, at now: Date
  ) throws(APIError) -> [QueryRow] {
    let expression = try SearchExpressionParser.expression(term)
    var queries = SearchQueries(for: FieldReader(org: self, user: user))
    for target in targets { try queries.add(try target.query()) }
    if targets.isEmpty { try queries.addEverything() }
    return rows(of: queries, matching: expression, in: scope, limit: limit, at: now)
  }

  /// A search returns no more, whatever it asks for.
  private static let maximumRows = 2000

  private func rows(
    of queries: SearchQueries, matching expression: SearchExpression, in scope: SearchScope, limit: Int?, at now: Date
  ) -> [QueryRow] {
    let limit = min(limit ?? Self.maximumRows, Self.maximumRows)
    let context = QueryContext(org: self, now: Timestamp(now), user: queries.reader.user)
    var rows: [QueryRow] = []
    for query in queries.bound {
      guard rows.count < limit else { break }
      let slots = scope.fields(of: query.definition).filter { queries.reader.canRead($0, on: query.definition) }
        .compactMap { query.definition.position(of: $0.name) }
      let found = query.run(in: context, atMost: limit - rows.count) { record in
        var texts = SearchedTexts(slots.compactMap { record.slots[$0].text })
        return expression.matches(&texts)
      }
      rows += QueryResult(query, found: found).rows(found.indices, in: self)
    }
    return rows
  }
}
