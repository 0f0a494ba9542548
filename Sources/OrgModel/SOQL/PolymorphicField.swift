/// A field behind a reference to several objects: where it is in each of them that exists for the one who asks.
///
/// What is hidden of a target is as hidden here as in a query of the target itself.
struct PolymorphicField: Sendable {
  private enum Place {
    case slot(Int)
    /// `Type` is the object itself.
    case objectName
    /// The object has no such field, or it is hidden.
    case nowhere
  }

  /// As `Schema.polymorphicName` has it.
  let definition: FieldDefinition
  private let places: [String: Place]

  init(_ definition: FieldDefinition, behind targets: [String], for reader: FieldReader) {
    self.definition = definition
    places = targets.compactMap(Schema.object).filter { reader.org.canRead($0, reader.user) }
      .reduce(into: [:]) { places, target in
        places[target.name] =
          definition.name == "Type"
          ? .objectName : reader.position(of: definition.name, in: target).map { .slot($0) } ?? .nowhere
      }
  }

  /// The value in a record that the reference names; `nil` where its object does not exist for the one who asks.
  func value(in target: Record) -> OrgValue? {
    switch places[target.definition.name] {
    case .slot(let slot): target.slots[slot]
    case .objectName: .text(target.definition.name)
    case .nowhere: .null
    case nil: nil
    }
  }
}
