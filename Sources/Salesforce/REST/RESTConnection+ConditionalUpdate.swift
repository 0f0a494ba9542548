package import Foundation

extension RESTConnection {
  /// By `PATCH /sobjects/Task/Id` with `If-Unmodified-Since` (REST API Developer Guide, "Update Records Using sObject Rows",
  /// "Conditional Request Headers"), which sObject Collections do not take. Salesforce compares with `LastModifiedDate`.
  package func update(
    _ task: TaskUpdate, unmodifiedSince instant: Date
  ) async throws(OrgError) -> ConditionalUpdate {
    let answer = try await exchange(
      .patch, "/sobjects/Task/\(PercentEncoding.encode(task.id))",
      headers: [("If-Unmodified-Since", HTTPDate.text(instant))], body: JSON.object(task.values.fields).data)
    switch answer.status {
    case 204: return .saved
    case 412: return .changedMeanwhile
    default:
      let error = OrgError(answer)
      guard case .refused(let reason) = error, OrgError.recordError(in: answer) != nil,
        !Self.codesOfAllRequests.contains(reason.code)
      else { throw error }
      return .failed(reason)
    }
  }

  /// Codes by which an org refuses whatever is asked; any other one is about the task.
  private static let codesOfAllRequests: Set<String> = ["API_CURRENTLY_DISABLED", "API_DISABLED_FOR_ORG"]
}
