/// A row of an object.
package struct Record: Sendable {
  /// The object whose row it is.
  package let definition: ObjectDefinition
  /// The Id, which never changes.
  package let id: RecordID
  /// One value a field, in the order of the definition.
  var slots: [OrgValue]

  init(_ definition: ObjectDefinition, id: RecordID) {
    self.definition = definition
    self.id = id
    slots = definition.fields.map(\.defaultValue)
    self["Id"] = .id(id)
  }

  /// The value of the field of this name, in any case; null where the object has no such field.
  package internal(set) subscript(field: String) -> OrgValue {
    get { definition.position(of: field).map { slots[$0] } ?? .null }
    set {
      if let position = definition.position(of: field) { slots[position] = newValue }
    }
  }

  /// Whether it is in the recycle bin.
  package var isDeleted: Bool { self["IsDeleted"] == .flag(true) }

  /// When the record last changed in any way, by the org's clock.
  package var systemModstamp: Timestamp { self["SystemModstamp"].time ?? Timestamp(milliseconds: 0) }
}
