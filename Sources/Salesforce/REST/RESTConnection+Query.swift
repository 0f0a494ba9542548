import Foundation
import Localization

extension RESTConnection {
  package func tasks(_ query: TaskQuery) async throws(OrgError) -> [TaskRecord] {
    let externalIDField = query.selection.externalIDField
    return try await rows(
      query.soql, includingDeleted: query.includesDeleted, limit: query.limit,
      decoder: .tasks(externalIDField: externalIDField)
    ) { TaskPageReader.page($0, externalIDField: externalIDField) }
  }

  package func count(_ query: TaskQuery) async throws(OrgError) -> Int {
    let page: QueryPage<Ignored> = try await page(of: query.countSOQL, includingDeleted: query.includesDeleted)
    guard let size = page.totalSize else { throw .invalidAnswer(reason: "a count has no totalSize") }
    return size
  }

  /// The rows of a query, over as many pages as Salesforce makes of them.
  ///
  /// - Parameter read: reads a page as it should be faster than the decoder, which reads what it does not.
  func rows<Row: Decodable & Sendable>(
    _ soql: String, includingDeleted: Bool = false, limit: Int = mostRows, decoder: JSONDecoder = JSONDecoder(),
    by read: (Data) -> QueryPage<Row>? = { _ in nil }
  ) async throws(OrgError) -> [Row] {
    let first: QueryPage<Row> = try await page(of: soql, includingDeleted: includingDeleted, decoder: decoder, by: read)
    let rows =
      try await first.records
      + self.rows(after: first.nextRecordsUrl, limit: limit - first.records.count, decoder: decoder, by: read)
    return rows.count > limit ? Array(rows.prefix(limit)) : rows
  }

  /// The rows of the pages that follow a link.
  func rows<Row: Decodable & Sendable>(
    after link: String?, limit: Int = mostRows, decoder: JSONDecoder = JSONDecoder(),
    by read: (Data) -> QueryPage<Row>? = { _ in nil }
  ) async throws(OrgError) -> [Row] {
    var rows: [Row] = []
    var next = link
    while let link = next, rows.count < limit {
      let answer = try await answer { address throws(OrgError) in
        guard let url = address.resolve(link) else {
          throw .invalidAnswer(reason: "the next page of a query is said to be at another address; not followed")
        }
        return HTTPRequest(.get, url, headers: [Self.pageSize])
      }
      let page: QueryPage<Row> = if let page = read(answer.body) { page } else { try answer.decoded(by: decoder) }
      guard page.nextRecordsUrl.map({ $0 != link && !page.records.isEmpty }) ?? true else {
        throw .invalidAnswer(reason: "the pages of a query do not end")
      }
      rows += page.records
      next = page.nextRecordsUrl
    }
    return rows
  }

  /// The first page of a query. `query` and `queryAll` take no POST, so one that does not fit into an address goes in the
  /// body of a composite request.
  private func page<Row: Decodable>(
    of soql: String, includingDeleted: Bool, decoder: JSONDecoder = JSONDecoder(),
    by read: (Data) -> QueryPage<Row>? = { _ in nil }
  ) async throws(OrgError) -> QueryPage<Row> {
    let path = try await path("\(includingDeleted ? "/queryAll" : "/query")?\(PercentEncoding.pairs([("q", soql)]))")
    if path.utf8.count > Self.longestPath {
      return try await composite(path, headers: [Self.pageSize], decoder: decoder)
    }
    let answer = try await answer(to: .get, path, headers: [Self.pageSize])
    return if let page = read(answer.body) { page } else { try answer.decoded(by: decoder) }
  }

  /// No query here has more rows: pages that always say that more follows end with these.
  private static let mostRows = 2_000

  /// The largest page; Salesforce may still make smaller ones.
  static let pageSize = (name: "Sforce-Query-Options", value: "batchSize=2000")

  /// Address and headers may have 16,384 bytes together (REST API Developer Guide, "Status Codes and Error Responses": 414,
  /// 431); 4 KiB of them are for the headers, of which the access token is the longest.
  static let longestPath = 12_288
}

struct QueryPage<Row: Decodable>: Decodable {
  var totalSize: Int?
  var records: [Row]
  var nextRecordsUrl: String?
}

/// A row of which nothing is read.
private struct Ignored: Decodable {}
