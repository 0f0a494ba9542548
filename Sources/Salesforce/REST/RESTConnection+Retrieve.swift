import Foundation
import Logging

extension RESTConnection {
  package func retrieve(_ ids: [String], _ selection: TaskSelection) async throws(OrgError) -> [TaskRecord?] {
    var records: [TaskRecord?] = []
    records.reserveCapacity(ids.count)
    while records.count < ids.count {
      if retrievesByQuery {
        records += try await queried(Array(ids[records.count...].prefix(Self.idsOfQuery)), selection)
      } else {
        do throws(OrgError) {
          records += try await collected(Array(ids[records.count...].prefix(Self.idsOfCollection)), selection)
        } catch {
          guard case .refused(let reason) = error, reason.code == "INVALID_FIELD" else { throw error }
          logger.info("sObject Collections know no names of related records here; reading by query")
          retrievesByQuery = true
        }
      }
    }
    return records
  }

  /// By `POST /composite/sobjects/Task`, which answers in the order of the Ids.
  private func collected(_ ids: [String], _ selection: TaskSelection) async throws(OrgError) -> [TaskRecord?] {
    let body = JSON.object([
      "ids": .array(ids.map { .text($0) }), "fields": .array(selection.fieldNames.map { .text($0) }),
    ])
    let records: [TaskRecord?] = try await call(.post, "/composite/sobjects/Task", body: body.data).decoded()
    guard records.count == ids.count else {
      throw .invalidAnswer(reason: "\(ids.count) records were asked for, \(records.count) came")
    }
    return records
  }

  /// The documentation of sObject Collections promises plain fields only, and a query gives related names always.
  private func queried(_ ids: [String], _ selection: TaskSelection) async throws(OrgError) -> [TaskRecord?] {
    let condition = "Id IN \(SOQL.list(ids)) AND IsDeleted = false"
    let found = try await tasks(
      TaskQuery(condition: condition, limit: ids.count, includesDeleted: true, selection: selection))
    let byID = Dictionary(found.map { ($0.id.prefix(15), $0) }, uniquingKeysWith: { first, _ in first })
    return ids.map { byID[$0.prefix(15)] }
  }

  /// The most that one request takes.
  private static let idsOfCollection = 2_000
  /// Encoded, an Id takes 27 of the 16,384 bytes that an address may have.
  private static let idsOfQuery = 400
}
