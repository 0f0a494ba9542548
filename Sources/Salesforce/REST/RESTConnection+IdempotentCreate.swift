import Localization

extension RESTConnection {
  /// By `POST /ui-api/records` (User Interface API Developer Guide, "Prevent Record Duplication with Idempotent Record
  /// Writes").
  ///
  /// A repeat within 30 days gets the stored answer. 409 says that another request with this key runs or broke off, 422
  /// that the key was used for other values: in both cases a task may have come of it. Any refusal that is not about the
  /// task, such as `IDEMPOTENCY_FEATURE_NOT_ENABLED`, is `.refused`: nothing happened.
  package func create(_ task: TaskValues, idempotencyKey: String) async throws(OrgError) -> SaveResult {
    guard let key = IdempotencyKey(digits: idempotencyKey) else {
      throw .refused(
        RecordError(code: "INVALID_IDEMPOTENCY_KEY", message: "an idempotency key has 32 hexadecimal digits"))
    }
    let record = JSON.object(["apiName": .text("Task"), "fields": .object(task.recordInput)])
    let answer = try await exchange(
      .post, "/ui-api/records", headers: [("Idempotency-Key", key.text)], body: record.data)
    switch answer.status {
    case 200..<300:
      let saved: SavedRecord = try answer.decoded()
      return .saved(id: saved.id)
    case 409:
      throw .unknownOutcome(reason: "an earlier request for this task may still be running (HTTP 409)")
    case 422:
      throw .unknownOutcome(reason: "an earlier request for this task had other values (HTTP 422)")
    default:
      let error = OrgError(answer)
      guard case .refused = error, let refusal = RecordException.refusal(in: answer) else { throw error }
      return .failed(refusal)
    }
  }
}

/// A record as the User Interface API answers with ("Record").
private struct SavedRecord: Decodable {
  let id: String
}
