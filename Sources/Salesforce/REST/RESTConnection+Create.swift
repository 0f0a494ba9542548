package import Foundation

extension RESTConnection {
  package func taskAbilities() async throws(OrgError) -> TaskAbilities {
    TaskAbilities(
      readableFields: Set(TaskRecord.fieldNames), updateableFields: Set(TaskField.allCases.map(\.rawValue)),
      externalIDFields: [], createsIdempotently: false)
  }

  package func upsert(_ tasks: [TaskUpsert], by externalIDField: String) async throws(OrgError) -> [SaveResult] {
    throw .invalidAnswer(reason: "not built")
  }

  package func create(_ task: TaskValues, idempotencyKey: String) async throws(OrgError) -> SaveResult {
    throw .invalidAnswer(reason: "not built")
  }

  package func update(
    _ task: TaskUpdate, unmodifiedSince instant: Date
  ) async throws(OrgError) -> ConditionalUpdate {
    throw .invalidAnswer(reason: "not built")
  }
}
