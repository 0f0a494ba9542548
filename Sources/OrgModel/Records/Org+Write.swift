package import Foundation

extension Org {
  /// Creates a record as `user` and returns its Id. `origin` is what change events say of where it came from, such as
  /// `com/salesforce/api/rest/67.0;client=Command Center`.
  package mutating func create(
    _ object: String, _ fields: Fields, by user: RecordID, from origin: String = "", at now: Date
  ) throws(APIError) -> RecordID {
    eventLog.beginTransaction(from: origin)
    return try insert(object, fields, by: user, at: now)
  }

  /// Changes the given fields of a record as `user`. Salesforce stamps the record even if the values are the same.
  package mutating func update(
    _ id: String, of object: String? = nil, _ fields: Fields, by user: RecordID, from origin: String = "", at now: Date
  ) throws(APIError) {
    eventLog.beginTransaction(from: origin)
    try change(id, of: object, fields, by: user, at: now)
  }

  /// Moves a record to the recycle bin.
  package mutating func delete(
    _ id: String, of object: String? = nil, by user: RecordID, from origin: String = "", at now: Date
  ) throws(APIError) {
    eventLog.beginTransaction(from: origin)
    try discard(id, of: object, by: user, at: now)
  }

  /// Takes a record back out of the recycle bin.
  package mutating func undelete(
    _ id: String, by user: RecordID, from origin: String = "", at now: Date
  ) throws(APIError) {
    eventLog.beginTransaction(from: origin)
    try restore(id, by: user, at: now)
  }

  // MARK: Within a transaction

  mutating func insert(
    _ object: String, _ fields: Fields, by user: RecordID, at now: Date
  ) throws(APIError) -> RecordID {
    guard let definition = Schema.object(object) else { throw Self.unknownObject(object) }
    try checkObject(definition, by: user)
    var record = Record(definition, id: nextID(of: definition))
    record["OwnerId"] = .id(user)
    applyPicklistDefaults(&record)
    try fill(&record, with: fields, from: nil, at: Timestamp(now))
    record.stampCreation(by: user, at: Timestamp(now))
    let topic = try topic(for: record)
    tables[definition.name]?.insert(record)
    topics[record.id] = topic
    announce(.created, record, changed: fields.keys.compactMap { definition.field($0)?.name }, by: user)
    return record.id
  }

  mutating func change(
    _ id: String, of object: String?, _ fields: Fields, by user: RecordID, at now: Date
  ) throws(APIError) {
    let old = try live(id, of: object, for: user)
    try checkEdit(old, by: user)
    var record = old
    try fill(&record, with: fields, from: old, at: Timestamp(now))
    record.stampChange(by: user, at: Timestamp(now))
    let changed = record.slots.indices.filter { record.slots[$0] != old.slots[$0] }
    let topic = try topic(for: record)
    tables[old.definition.name]?.replace(record)
    topics[record.id] = topic
    announce(.updated, record, changed: changed.map { record.definition.fields[$0].name }, by: user)
  }

  mutating func discard(_ id: String, of object: String?, by user: RecordID, at now: Date) throws(APIError) {
    var record = try live(id, of: object, for: user)
    try checkEdit(record, by: user)
    guard record.definition.position(of: "IsDeleted") != nil else {
      throw APIError(.invalidTypeForOperation, "entity type cannot be deleted: \(record.definition.label)")
    }
    record["IsDeleted"] = .flag(true)
    record.stampChange(by: user, at: Timestamp(now))
    tables[record.definition.name]?.replace(record)
    topics[record.id] = nil
    announce(.deleted, record, changed: [], by: user)
  }

  private mutating func restore(_ id: String, by user: RecordID, at now: Date) throws(APIError) {
    guard let recordID = RecordID(id), var record = find(recordID), canSee(record, user) else { throw Self.notFound }
    guard record.isDeleted else {
      throw APIError(.invalidCrossReferenceKey, "entity is not in the recycle bin")
    }
    try checkEdit(record, by: user)
    record["IsDeleted"] = .flag(false)
    record.stampChange(by: user, at: Timestamp(now))
    let topic = try topic(for: record)
    tables[record.definition.name]?.replace(record)
    topics[record.id] = topic
    announce(.undeleted, record, changed: [], by: user)
  }

  /// Removes a record for good, as when the recycle bin is emptied: not even `queryAll` finds it.
  package mutating func purge(_ id: RecordID) {
    guard let record = find(id) else { return }
    tables[record.definition.name]?.remove(id)
    topics[id] = nil
  }

  /// Puts checked values into a record, and those that follow from them.
  ///
  /// The check holds a copy of the org; it ends here, before a table is changed, so that no table is copied with it.
  private func fill(
    _ record: inout Record, with fields: Fields, from old: Record?, at now: Timestamp
  ) throws(APIError) {
    let check = FieldCheck(org: self, definition: record.definition, isCreation: old == nil)
    for (position, value) in try check.typed(fields) { record.slots[position] = value }
    derive(&record, from: old, at: now)
    try check.checkRequired(record)
  }

  /// The record that `user` can see and that is not deleted.
  func live(_ id: String, of object: String?, for user: RecordID) throws(APIError) -> Record {
    guard let recordID = RecordID(id), let record = find(recordID), canSee(record, user),
      object.map({ Schema.object($0) === record.definition }) ?? true
    else { throw Self.notFound }
    guard !record.isDeleted else { throw APIError(.entityIsDeleted, "entity is deleted") }
    return record
  }

  static let notFound = APIError(.notFound, "The requested resource does not exist")

  static func unknownObject(_ name: String) -> APIError {
    APIError(.invalidType, "sObject type '\(name)' is not supported.")
  }
}
