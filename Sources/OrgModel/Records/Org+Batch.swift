package import Foundation

extension Org {
  /// Makes the changes in order and settles each by itself; with `allOrNone`, one that fails undoes all. Gives the Ids.
  package mutating func apply(
    _ changes: [Change], allOrNone: Bool, by user: RecordID, from origin: String = "", at now: Date
  ) -> [Result<RecordID, APIError>] {
    save(changes, allOrNone: allOrNone, by: user, from: origin, at: now).map { $0.map(\.id) }
  }

  /// As `apply`, but tells which records are new.
  ///
  /// Source: REST API Developer Guide, "sObject Collections".
  package mutating func save(
    _ changes: [Change], allOrNone: Bool, by user: RecordID, from origin: String = "", at now: Date
  ) -> [Result<Saved, APIError>] {
    eventLog.beginTransaction(from: origin)
    let before = allOrNone ? self : nil
    let repeated = Self.repeatedValues(in: changes)
    var results: [Result<Saved, APIError>] = []
    for change in changes {
      do throws(APIError) {
        results.append(.success(try settle(change, repeated: repeated, by: user, at: now)))
      } catch {
        results.append(.failure(error))
      }
    }
    guard let before, results.contains(where: { (try? $0.get()) == nil }) else { return results }
    self = before
    return results.map { result in
      if case .success = result { .failure(.rolledBack) } else { result }
    }
  }

  private mutating func settle(
    _ change: Change, repeated: Set<String>, by user: RecordID, at now: Date
  ) throws(APIError) -> Saved {
    switch change {
    case .create(let object, let fields):
      return Saved(id: try insert(object, fields, by: user, at: now), isNew: true)
    case .update(let id, let fields):
      let recordID = try crossReference(id)
      try self.change(id, of: nil, fields, by: user, at: now)
      return Saved(id: recordID, isNew: false)
    case .upsert(let object, let name, let fields):
      let field = try externalField(name, of: object, by: user)
      let value = Self.value(of: name, in: fields)
      guard !repeated.contains(value.lowercased()) else {
        throw APIError(.duplicateValue, "Duplicate external id specified: \(value)", fields: [field.name])
      }
      let others = fields.filter { $0.key.lowercased() != name.lowercased() }
      return try merge(object, others, matching: field.name, value, by: user, at: now)
    case .delete(let id):
      let recordID = try crossReference(id)
      try discard(id, of: nil, by: user, at: now)
      return Saved(id: recordID, isNew: false)
    }
  }

  /// The external Ids that more than one of the changes name, in lower case: all of those changes are refused.
  private static func repeatedValues(in changes: [Change]) -> Set<String> {
    var seen: Set<String> = []
    let values = changes.compactMap { change -> String? in
      guard case .upsert(_, let name, let fields) = change else { return nil }
      let value = value(of: name, in: fields)
      return value.isEmpty ? nil : value.lowercased()
    }
    return Set(values.filter { !seen.insert($0).inserted })
  }

  /// The external Id as the field would keep it; empty where none is given.
  private static func value(of name: String, in fields: Fields) -> String {
    fields.first { $0.key.lowercased() == name.lowercased() }?.value.written?.trimmed ?? ""
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
}
