extension Org {
  /// What `user` may do with a field; every field is editable for him until it is restricted, and an optional one is
  /// hidden from everybody until the org switches it on.
  package func access(of user: RecordID, to field: FieldDefinition, on definition: ObjectDefinition) -> FieldAccess {
    if field.isOptional, !hasOptionalField(field.name, on: definition) { return .hidden }
    guard let restricted = members[user]?.restrictedFields, !restricted.isEmpty else { return .editable }
    return restricted[FieldName(object: definition.name, field: field.name)] ?? .editable
  }

  /// Whether `user` may see a field at all.
  package func canRead(_ field: FieldDefinition, on definition: ObjectDefinition, _ user: RecordID) -> Bool {
    access(of: user, to: field, on: definition) > .hidden
  }

  /// The fields that exist for `user`, in the order of the definition.
  package func readableFields(of definition: ObjectDefinition, by user: RecordID) -> [FieldDefinition] {
    definition.fields.filter { canRead($0, on: definition, user) }
  }

  /// The field of this name if it exists for `user`.
  ///
  /// Salesforce does not tell a field that is hidden from one that there is not, so the error is the same.
  package func readableField(
    _ name: String, of definition: ObjectDefinition, by user: RecordID
  ) throws(APIError) -> FieldDefinition {
    guard let field = definition.field(name), canRead(field, on: definition, user) else {
      throw APIError(.invalidField, "No such column '\(name)' on sobject of type \(definition.name)")
    }
    return field
  }

  /// A record without the values that are hidden from `user`.
  func masked(_ record: Record, for user: RecordID) -> Record {
    var shown = record
    for (slot, field) in record.definition.fields.enumerated() where !canRead(field, on: record.definition, user) {
      shown.slots[slot] = .null
    }
    return shown
  }

  private func hasOptionalField(_ field: String, on definition: ObjectDefinition) -> Bool {
    optionalFields.contains(FieldName(object: definition.name, field: field))
  }
}
