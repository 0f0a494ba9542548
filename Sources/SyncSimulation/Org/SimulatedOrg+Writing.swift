package import Foundation
import Localization
import OrgModel
package import Salesforce

extension SimulatedOrg {
  package func create(_ tasks: [TaskValues]) async throws(OrgError) -> [SaveResult] {
    try save("create", tasks.map { .create(object: "Task", $0.fields) })
  }

  package func upsert(_ tasks: [TaskUpsert], by externalIDField: String) async throws(OrgError) -> [SaveResult] {
    try save(
      "upsert",
      tasks.map { task in
        let key: Fields = [externalIDField: .text(task.externalID)]
        return .upsert(object: "Task", matching: externalIDField, task.values.fields.merging(key) { $1 })
      })
  }

  /// An answer of success is kept for 30 days, and holds for one set of values (User Interface API Developer Guide,
  /// "Prevent Record Duplication with Idempotent Record Writes").
  package func create(_ task: TaskValues, idempotencyKey: String) async throws(OrgError) -> SaveResult {
    let result = try answer("create") { content throws(APIError) -> SaveResult? in
      if let known = content.answers[idempotencyKey], content.now.timeIntervalSince(known.at) < 30 * 86_400 {
        return known.values == task ? .saved(id: known.id) : nil
      }
      let result = SaveResult(
        Result { () throws(APIError) in
          try content.write { org, user, now throws(APIError) in
            try org.create("Task", task.fields, by: user, from: Self.origin, at: now)
          }
        })
      if case .saved(let id) = result {
        content.answers[idempotencyKey] = Answer(values: task, id: id, at: content.now)
      }
      return result
    }
    guard let result else { throw .unknownOutcome(reason: "an earlier request for this task had other values") }
    return result
  }

  package func update(_ tasks: [TaskUpdate]) async throws(OrgError) -> [SaveResult] {
    try save("update", tasks.map { .update(id: $0.id, $0.values.fields) })
  }

  /// The header has whole seconds (REST API Developer Guide, "Conditional Request Headers").
  package func update(
    _ task: TaskUpdate, unmodifiedSince instant: Date
  ) async throws(OrgError) -> ConditionalUpdate {
    try answer("update") { content throws(APIError) in
      // A task that is gone or out of sight has no date to compare with.
      let seen = try? content.org.record(task.id, of: "Task", by: content.session)
      if let modified = seen?["LastModifiedDate"].time,
        modified.milliseconds / 1_000 > Timestamp(instant).milliseconds / 1_000
      {
        return .changedMeanwhile
      }
      do throws(APIError) {
        try content.write { org, user, now throws(APIError) in
          try org.update(task.id, of: "Task", task.values.fields, by: user, from: Self.origin, at: now)
        }
        return .saved
      } catch {
        return .failed(RecordError(error))
      }
    }
  }

  package func delete(_ ids: [String]) async throws(OrgError) -> [SaveResult] {
    try save("delete", ids.map { .delete(id: $0) })
  }

  private func save(_ kind: String, _ changes: [Change]) throws(OrgError) -> [SaveResult] {
    try answer(kind) { content throws(APIError) in
      content.write { org, user, now in
        org.apply(changes, allOrNone: false, by: user, from: Self.origin, at: now).map(SaveResult.init)
      }
    }
  }
}

extension SimulatedOrg.Content {
  /// Writes as the user of the session. Others' stamps may lie before their commits; the sync's own lie never before its
  /// request arrived.
  fileprivate mutating func write<Value, Failure>(
    _ body: (inout Org, RecordID, Date) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let rule = org.stampRule
    org.stampRule = StampRule(isWholeSeconds: rule.isWholeSeconds)
    defer { org.stampRule = rule }
    return try body(&org, session, now)
  }
}

extension SaveResult {
  fileprivate init(_ result: Result<RecordID, APIError>) {
    switch result {
    case .success(let id): self = .saved(id: id.text)
    case .failure(let error): self = .failed(RecordError(error))
    }
  }
}

extension TaskValues {
  var fields: Fields {
    reduce(into: [:]) { fields, entry in
      fields[entry.key.rawValue] =
        switch entry.value {
        case .null: .null
        case .text(let text): .text(text)
        case .flag(let flag): .flag(flag)
        case .time(let date): .time(Timestamp(date))
        }
    }
  }
}
