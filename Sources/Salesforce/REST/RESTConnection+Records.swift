import Foundation

extension RESTConnection {
  /// By `recent` (REST API Developer Guide, "Recently Viewed Items"), 200 at most.
  package func recentRecords() async throws(OrgError) -> [RecentRecord] {
    let items: [RecentItem] = try await call(.get, "/recent", query: [("limit", "200")]).decoded()
    return items.compactMap(\.record)
  }

  /// By a composite request, which counts as one API call and may have five queries (REST API Developer Guide, "Send
  /// Multiple Requests Using Composite").
  package func records(_ queries: [RecordQuery]) async throws(OrgError) -> [[OrgRecord]?] {
    var answers = try await pages(of: queries, onlyNecessary: false)
    // Of an object with a field that this user may not read the names are better than nothing.
    let retried = queries.indices.filter { answers[$0].failure?.code == "INVALID_FIELD" }
    if !retried.isEmpty {
      let again = try await pages(of: retried.map { queries[$0] }, onlyNecessary: true)
      for (index, answer) in zip(retried, again) { answers[index] = answer }
    }
    return try answers.map { answer throws(OrgError) in
      switch answer {
      case .success(let records): return records
      case .failure(let error) where error.isPassing: throw .busy(code: error.code, retryAfter: nil)
      case .failure: return nil
      }
    }
  }

  private func pages(
    of queries: [RecordQuery], onlyNecessary: Bool
  ) async throws(OrgError) -> [Result<[OrgRecord], RecordError>] {
    var paths: [String] = []
    for query in queries {
      let parameters = PercentEncoding.pairs([("q", query.soql(onlyNecessary: onlyNecessary))])
      paths.append(try await path("\(query.includesDeleted ? "/queryAll" : "/query")?\(parameters)"))
    }
    let results: [CompositeResult<RecordPage>] = try await composite(paths, headers: [Self.pageSize])
    var answers: [Result<[OrgRecord], RecordError>] = []
    for result in results {
      guard let page = result.content else {
        answers.append(.failure(result.error ?? RecordError(code: "HTTP \(result.httpStatusCode)", message: "")))
        continue
      }
      answers.append(.success(page.records + (try await rows(after: page.nextRecordsUrl))))
    }
    return answers
  }

  /// By `search` with SOSL (REST API Developer Guide, "Search").
  package func search(_ search: RecordSearch) async throws(OrgError) -> [OrgRecord] {
    do throws(OrgError) {
      return try await found(search, onlyNecessary: false)
    } catch {
      guard case .refused(let reason) = error else { throw error }
      switch reason.code {
      // What is typed is too short once its signs are left out.
      case "INVALID_SEARCH": return []
      case "INVALID_FIELD", "INVALID_TYPE": break
      default: throw error
      }
    }
    // It was refused for one field or one object: each object is asked for by itself, by name only.
    var records: [OrgRecord] = []
    for object in search.objects {
      guard let part = RecordSearch(search.words.joined(separator: " "), in: [object], limit: search.limit) else {
        continue
      }
      do throws(OrgError) {
        records += try await found(part, onlyNecessary: true)
      } catch {
        guard case .refused = error else { throw error }
      }
    }
    return records
  }

  private func found(_ search: RecordSearch, onlyNecessary: Bool) async throws(OrgError) -> [OrgRecord] {
    let answer: SearchAnswer = try await call(
      .get, "/search", query: [("q", search.sosl(onlyNecessary: onlyNecessary))]
    )
    .decoded()
    return answer.searchRecords
  }
}

private struct RecordPage: Decodable, Sendable {
  let records: [OrgRecord]
  let nextRecordsUrl: String?
}

private struct SearchAnswer: Decodable {
  let searchRecords: [OrgRecord]
}

extension Result where Failure == RecordError {
  fileprivate var failure: RecordError? {
    guard case .failure(let error) = self else { return nil }
    return error
  }
}
