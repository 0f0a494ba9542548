extension Org {
  /// What `user` may do with a field; every field is editable for him until it is restricted.
  package func access(of user: RecordID, to field: FieldDefinition, on definition: ObjectDefinition) -> FieldAccess {
    guard let restricted = members[user]?.restrictedFields, !restricted.isEmpty else { return .editable }
    return restricted[FieldName(object: definition.name, field: field.name)] ?? .editable
  }

  /// Whether `user` may see a field at all.
  package func canRead(_ field: FieldDefinition, on definition: ObjectDefinition, _ user: RecordID) -> Bool {
    access(of: user, to: field, on: definition) > .hidden
  }
}
