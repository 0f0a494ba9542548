package import Foundation

extension Org {
  /// Changes the record whose external Id field has the given value, or creates one with it.
  ///
  /// Source: REST API Developer Guide, "sObject Rows by External ID": the field itself must not be among `fields`; where
  /// several records match, none is written (`DUPLICATE_EXTERNAL_ID`, for which REST answers with status 300 and the
  /// records of `matches`).
  package mutating func upsert(
    _ object: String, _ fields: Fields, matching externalField: String, _ value: String, by user: RecordID,
    from origin: String = "", at now: Date
  ) throws(APIError) -> (id: RecordID, isNew: Bool) {
    let name = try self.externalField(externalField, of: object, by: user).name
    guard !fields.keys.contains(where: { $0.lowercased() == name.lowercased() }) else {
      throw APIError(.invalidField, "The \(name) field should not be specified in the sobject data.")
    }
    eventLog.beginTransaction(from: origin)
    let saved = try merge(object, fields, matching: name, value, by: user, at: now)
    return (saved.id, saved.isNew)
  }

  /// The live records that `user` sees and whose external Id field has the given value.
  package func matches(
    _ object: String, _ externalField: String, _ value: String, by user: RecordID
  ) throws(APIError) -> [Record] {
    let value = value.trimmed
    guard let definition = Schema.object(object) else { throw Self.unknownObject(object) }
    let field = try self.externalField(externalField, of: object, by: user)
    return records(of: definition, where: field, is: value).filter { canSee($0, user) }.map { masked($0, for: user) }
  }

  /// As `upsert`, within a transaction. The value counts as the field would keep it, without white space at its ends.
  mutating func merge(
    _ object: String, _ fields: Fields, matching name: String, _ value: String, by user: RecordID, at now: Date
  ) throws(APIError) -> Saved {
    let value = value.trimmed
    guard !value.isEmpty else { throw APIError(.missingArgument, "\(name) not specified") }
    let found = try matches(object, name, value, by: user)
    guard found.count <= 1 else {
      throw APIError(
        .duplicateExternalID, "\(name): more than one record found for external id field: \(value)", fields: [name])
    }
    if let record = found.first {
      try change(record.id.text, of: object, fields, by: user, at: now)
      return Saved(id: record.id, isNew: false)
    }
    let id = try insert(object, fields.merging([name: .text(value)]) { $1 }, by: user, at: now)
    return Saved(id: id, isNew: true)
  }

  /// The live records with this text in an external Id field, in any case.
  func records(of definition: ObjectDefinition, where field: FieldDefinition, is value: String) -> [Record] {
    guard let slot = definition.position(of: field.name), let table = tables[definition.name] else { return [] }
    return table.records(withExternalID: value, at: slot).filter { !$0.isDeleted }
  }

  /// The external Id field of this name, if it exists for `user`.
  func externalField(_ name: String, of object: String, by user: RecordID) throws(APIError) -> FieldDefinition {
    guard let definition = Schema.object(object), canRead(definition, user) else { throw Self.unknownObject(object) }
    guard let field = definition.field(name), field.externalID != nil, canRead(field, on: definition, user) else {
      throw APIError(.notFound, "Provided external ID field does not exist or is not accessible: \(name)")
    }
    return field
  }
}
