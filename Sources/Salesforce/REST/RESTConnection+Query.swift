extension RESTConnection {
  package func tasks(_ query: TaskQuery) async throws(OrgError) -> [TaskRecord] {
    try await rows(query.soql, includingDeleted: query.includesDeleted, limit: query.limit)
  }

  package func count(_ query: TaskQuery) async throws(OrgError) -> Int {
    let answer: CountAnswer = try await call(.get, "/query", query: [("q", query.countSOQL)]).decoded()
    return answer.totalSize
  }

  /// The rows of a query, over as many pages as Salesforce makes of them.
  func rows<Row: Decodable & Sendable>(_ soql: String, includingDeleted: Bool = false, limit: Int = .max)
    async throws(OrgError) -> [Row]
  {
    let first: QueryPage<Row> = try await call(
      .get, includingDeleted ? "/queryAll" : "/query", query: [("q", soql)], headers: [Self.pageSize]
    )
    .decoded()
    var rows = first.records
    var next = first.nextRecordsUrl
    while let link = next, rows.count < limit {
      let page: QueryPage<Row> = try await answer { address throws(OrgError) in
        guard let url = address.resolve(link) else {
          throw .invalidAnswer(reason: "the next page of a query is said to be at another address; not followed")
        }
        return HTTPRequest(.get, url, headers: [Self.pageSize])
      }
      .decoded()
      guard !page.records.isEmpty || page.nextRecordsUrl == nil else {
        throw .invalidAnswer(reason: "a page of a query is empty and says that more follows")
      }
      rows += page.records
      next = page.nextRecordsUrl
    }
    return rows.count > limit ? Array(rows.prefix(limit)) : rows
  }

  /// The largest page; Salesforce may still make smaller ones.
  private static let pageSize = (name: "Sforce-Query-Options", value: "batchSize=2000")
}

private struct CountAnswer: Decodable {
  let totalSize: Int
}

private struct QueryPage<Row: Decodable>: Decodable {
  let records: [Row]
  let nextRecordsUrl: String?
}
