extension RESTConnection {
  /// By `queryAll`, which alone finds archived tasks (Object Reference, "Archived Activities") and gives the names of
  /// related records; sObject Collections promise neither.
  package func retrieve(_ ids: [String], _ selection: TaskSelection) async throws(OrgError) -> [TaskRecord?] {
    var records: [TaskRecord?] = []
    records.reserveCapacity(ids.count)
    while records.count < ids.count {
      records += try await page(Array(ids[records.count...].prefix(Self.idsOfQuery)), selection)
    }
    return records
  }

  private func page(_ ids: [String], _ selection: TaskSelection) async throws(OrgError) -> [TaskRecord?] {
    let condition = "Id IN \(SOQL.list(ids)) AND IsDeleted = false"
    let found = try await tasks(
      TaskQuery(condition: condition, limit: ids.count, includesDeleted: true, selection: selection))
    let byID = Dictionary(found.map { ($0.id.prefix(15), $0) }, uniquingKeysWith: { first, _ in first })
    return ids.map { byID[$0.prefix(15)] }
  }

  /// A page of rows; their Ids take 42,000 of the 100,000 characters that a SOQL statement may have.
  private static let idsOfQuery = 2_000
}
