@testable import Salesforce

extension RESTConnection {
  /// Creates a task for each Subject; the Ids of those that were saved.
  func add(_ subjects: [String]) async throws -> [String] {
    try await create(subjects.map { [.subject: .text($0)] }).compactMap(\.id)
  }
}

extension SaveResult {
  /// The Id of a record that was saved.
  var id: String? {
    if case .saved(let id) = self { id } else { nil }
  }

  var refusal: RecordError? {
    if case .failed(let error) = self { error } else { nil }
  }
}

extension ConditionalUpdate {
  var refusal: RecordError? {
    if case .failed(let error) = self { error } else { nil }
  }
}

extension OrgError {
  var refusal: RecordError? {
    if case .refused(let error) = self { error } else { nil }
  }
}
