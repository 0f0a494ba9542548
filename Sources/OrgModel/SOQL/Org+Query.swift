package import Foundation

extension Org {
  /// Runs a SOQL query as `user`; with `includesDeleted` (`queryAll`) also over the recycle bin and the archive.
  package func query(
    _ soql: String, includesDeleted: Bool = false, by user: RecordID, at now: Date
  ) throws(APIError) -> QueryResult {
    let query = try BoundQuery(soql, for: FieldReader(org: self, user: user))
    let found = query.run(
      in: QueryContext(org: self, now: Timestamp(now), user: user), includesDeleted: includesDeleted)
    return QueryResult(query, found: found)
  }

  /// All rows of a query at once.
  package func rows(
    _ soql: String, includesDeleted: Bool = false, by user: RecordID, at now: Date
  ) throws(APIError) -> [QueryRow] {
    let result = try query(soql, includesDeleted: includesDeleted, by: user, at: now)
    return result.rows(0..<result.rowCount, in: self)
  }
}
