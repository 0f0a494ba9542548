package import Foundation

extension Org {
  /// Runs a SOQL query as `user`; with `includesDeleted` (`queryAll`) also over the recycle bin and the archive.
  package func query(
    _ soql: String, includesDeleted: Bool = false, by user: RecordID, at now: Date
  ) throws(APIError) -> QueryResult {
    let query = try BoundQuery(soql, for: FieldReader(org: self, user: user))
    let hidden = includesDeleted ? [] : ["IsDeleted", "IsArchived"].compactMap(query.definition.position(of:))
    let records = query.run(in: QueryContext(org: self, now: Timestamp(now))) { record in
      hidden.allSatisfy { record.slots[$0] != .flag(true) } && canSee(record, user)
    }
    return QueryResult(totalSize: records.count, records: query.isCount ? [] : records, columns: query.columns)
  }

  /// All rows of a query at once.
  package func rows(
    _ soql: String, includesDeleted: Bool = false, by user: RecordID, at now: Date
  ) throws(APIError) -> [QueryRow] {
    let result = try query(soql, includesDeleted: includesDeleted, by: user, at: now)
    return result.rows(0..<result.totalSize, in: self)
  }
}
