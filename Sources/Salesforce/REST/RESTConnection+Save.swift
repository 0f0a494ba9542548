import Foundation
import Localization

extension RESTConnection {
  package func create(_ tasks: [TaskValues]) async throws(OrgError) -> [SaveResult] {
    try await save(.post, tasks.map { $0.record() })
  }

  /// By `PATCH /composite/sobjects/Task/FIELD` (REST API Developer Guide, "Upsert Records Using sObject Collections").
  package func upsert(_ tasks: [TaskUpsert], by externalIDField: String) async throws(OrgError) -> [SaveResult] {
    try await save(
      .patch, tasks.map { $0.values.record(externalID: $0.externalID, in: externalIDField) },
      at: "/Task/\(PercentEncoding.encode(externalIDField))")
  }

  package func update(_ tasks: [TaskUpdate]) async throws(OrgError) -> [SaveResult] {
    try await save(.patch, tasks.map { $0.values.record(id: $0.id) })
  }

  package func delete(_ ids: [String]) async throws(OrgError) -> [SaveResult] {
    if ids.isEmpty { return [] }
    let query = [("ids", ids.joined(separator: ",")), ("allOrNone", "false")]
    return try results(of: try await call(.delete, "/composite/sobjects", query: query), count: ids.count)
  }

  /// - Parameter place: below the collections.
  private func save(
    _ method: HTTPRequest.Method, _ records: [JSON], at place: String = ""
  ) async throws(OrgError) -> [SaveResult] {
    if records.isEmpty { return [] }
    let body = JSON.object(["allOrNone": .flag(false), "records": .array(records)])
    return try results(of: try await call(method, "/composite/sobjects" + place, body: body.data), count: records.count)
  }

  private func results(of answer: HTTPAnswer, count: Int) throws(OrgError) -> [SaveResult] {
    let rows: [SaveRow] = try answer.decoded()
    guard rows.count == count else { throw .invalidAnswer(reason: "\(count) records were sent, \(rows.count) settled") }
    var results: [SaveResult] = []
    for row in rows { results.append(try row.result()) }
    return results
  }
}

/// One element of the answer of sObject Collections.
private struct SaveRow: Decodable {
  struct Failure: Decodable {
    let statusCode: String
    let message: String?
    let fields: [String]?
  }

  let id: String?
  let success: Bool
  let errors: [Failure]?

  func result() throws(OrgError) -> SaveResult {
    if success {
      guard let id else { throw .invalidAnswer(reason: "a saved record has no Id") }
      return .saved(id: id)
    }
    guard let error = errors?.first else { throw .invalidAnswer(reason: "a record was refused without a reason") }
    return .failed(
      RecordError(code: error.statusCode, message: error.message ?? error.statusCode, fields: error.fields ?? []))
  }
}
