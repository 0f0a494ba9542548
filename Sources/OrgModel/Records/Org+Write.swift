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

  // MARK: Within a transaction

  mutating func insert(
    _ object: String, _ fields: Fields, by user: RecordID, at now: Date
  ) throws(APIError) -> RecordID {
    guard let definition = Schema.object(object) else { throw Self.unknownObject(object) }
    try checkWrite(definition, isCreation: true, by: user)
    var record = Record(definition, id: nextID(of: definition))
    record["OwnerId"] = .id(user)
    applyPicklistDefaults(&record)
    let time = stampRule.stamp(at: Timestamp(now))
    try fill(&record, with: fields, from: nil, by: user, at: time)
    record.stampCreation(by: user, at: time)
    let topic = try topic(for: record)
    tables[definition.name]?.insert(record)
    keepMember(of: record)
    topics[record.id] = topic
    announce(
      .created, record, changed: fields.keys.compactMap { definition.field($0)?.name }, by: user, at: Timestamp(now))
    return record.id
  }

  mutating func change(
    _ id: String, of object: String?, _ fields: Fields, by user: RecordID, at now: Date
  ) throws(APIError) {
    let old = try live(id, of: object, for: user)
    try checkEdit(old, by: user)
    var record = old
    let time = stampRule.stamp(at: Timestamp(now), after: old)
    try fill(&record, with: fields, from: old, by: user, at: time)
    record.stampChange(by: user, at: time)
    let changed = record.slots.indices.filter { record.slots[$0] != old.slots[$0] }
    let topic = try topic(for: record)
    tables[old.definition.name]?.replace(record)
    keepMember(of: record)
    topics[record.id] = topic
    announce(.updated, record, changed: changed.map { record.definition.fields[$0].name }, by: user, at: Timestamp(now))
  }

  mutating func discard(_ id: String, of object: String?, by user: RecordID, at now: Date) throws(APIError) {
    var record = try live(id, of: object, for: user)
    try checkDelete(record, by: user)
    record["IsDeleted"] = .flag(true)
    record.stampChange(by: user, at: stampRule.stamp(at: Timestamp(now), after: record))
    tables[record.definition.name]?.replace(record)
    topics[record.id] = nil
    announce(.deleted, record, changed: [], by: user, at: Timestamp(now))
  }

  /// Puts checked values into a record, and those that follow from them.
  ///
  /// The checks hold copies of the org; they end here, before a table is changed, so that no table is copied with them.
  private func fill(
    _ record: inout Record, with fields: Fields, from old: Record?, by user: RecordID, at now: Timestamp
  ) throws(APIError) {
    let check = FieldCheck(org: self, user: user, definition: record.definition, isCreation: old == nil)
    for (position, value) in try check.typed(fields) { record.slots[position] = value }
    derive(&record, from: old, at: now)
    try check.checkRequired(record)
    try checkOwner(record, from: old)
    try checkPeople(record)
    try checkUnique(record, from: old)
    try checkUsername(record)
    try checkRules(record, at: now)
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
