package import Foundation

extension Org {
  /// Makes the changes in order and settles each by itself; with `allOrNone`, one that fails undoes all.
  ///
  /// Source: REST API Developer Guide, "sObject Collections".
  package mutating func apply(
    _ changes: [Change], allOrNone: Bool, by user: RecordID, from origin: String = "", at now: Date
  ) -> [Result<RecordID, APIError>] {
    eventLog.beginTransaction(from: origin)
    let before = allOrNone ? self : nil
    var results: [Result<RecordID, APIError>] = []
    for change in changes {
      do throws(APIError) {
        results.append(.success(try apply(change, by: user, at: now)))
      } catch {
        results.append(.failure(error))
      }
    }
    guard let before, results.contains(where: { (try? $0.get()) == nil }) else { return results }
    self = before
    return results.map { result in
      if case .success = result { .failure(Self.rolledBack) } else { result }
    }
  }

  private mutating func apply(_ change: Change, by user: RecordID, at now: Date) throws(APIError) -> RecordID {
    switch change {
    case .create(let object, let fields):
      return try insert(object, fields, by: user, at: now)
    case .update(let id, let fields):
      let recordID = try crossReference(id)
      try self.change(id, of: nil, fields, by: user, at: now)
      return recordID
    case .delete(let id):
      let recordID = try crossReference(id)
      try discard(id, of: nil, by: user, at: now)
      return recordID
    }
  }

  /// Within a batch a wrong Id is a wrong value, not a wrong address.
  private func crossReference(_ id: String) throws(APIError) -> RecordID {
    guard let recordID = RecordID(id), Schema.object(of: recordID) != nil else {
      throw APIError(.malformedID, "malformed id \(id)", fields: ["Id"])
    }
    guard find(recordID) != nil else {
      throw APIError(.invalidCrossReferenceKey, "invalid cross reference id")
    }
    return recordID
  }

  private static let rolledBack = APIError(
    .allOrNoneOperationRolledBack,
    "Record rolled back because not all records were valid and the request was using AllOrNone header")
}
