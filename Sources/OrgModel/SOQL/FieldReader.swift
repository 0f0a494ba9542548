/// Who asks, and what he may see: a field that is hidden from him does not exist for his queries.
///
/// A class, as it is handed to each part of a query, and a copy of an org is one of each of its tables.
final class FieldReader {
  let org: Org
  let user: RecordID

  init(org: Org, user: RecordID) {
    self.org = org
    self.user = user
  }

  func position(of name: String, in definition: ObjectDefinition) -> Int? {
    definition.position(of: name).flatMap { org.canRead(definition.fields[$0], on: definition, user) ? $0 : nil }
  }

  func position(ofRelationship name: String, in definition: ObjectDefinition) -> Int? {
    guard let position = definition.position(ofRelationship: name),
      org.canRead(definition.fields[position], on: definition, user)
    else { return nil }
    // Behind a relationship to one object stands that object; one to several leads to `Name`, behind which
    // each target decides (`PolymorphicField`).
    guard case .reference(let targets, _) = definition.fields[position].kind, targets.count == 1,
      let target = Schema.object(targets[0])
    else { return position }
    return org.canRead(target, user) ? position : nil
  }

  func canRead(_ field: FieldDefinition, on definition: ObjectDefinition) -> Bool {
    org.canRead(field, on: definition, user)
  }
}
