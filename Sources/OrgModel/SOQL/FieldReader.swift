/// Who asks, and what he may see: a field that is hidden from him does not exist for his queries.
struct FieldReader {
  let org: Org
  let user: RecordID

  func position(of name: String, in definition: ObjectDefinition) -> Int? {
    definition.position(of: name).flatMap { org.canRead(definition.fields[$0], on: definition, user) ? $0 : nil }
  }

  func position(ofRelationship name: String, in definition: ObjectDefinition) -> Int? {
    definition.position(ofRelationship: name)
      .flatMap { org.canRead(definition.fields[$0], on: definition, user) ? $0 : nil }
  }

  func canRead(_ field: FieldDefinition, on definition: ObjectDefinition) -> Bool {
    org.canRead(field, on: definition, user)
  }
}
