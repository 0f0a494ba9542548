/// The objects that this org has. Validation, SOQL and describe all read from here.
package enum Schema {
  /// All of them.
  package static let objects: [ObjectDefinition] = [
    task, user, contact, lead, account, opportunity, taskStatus, taskPriority, pushTopic, organization,
  ]

  /// The object of this name, in any case.
  package static func object(_ name: String) -> ObjectDefinition? {
    byName[name] ?? byName[name.lowercased()]
  }

  /// The object whose records have Ids with this prefix.
  package static func object(of id: RecordID) -> ObjectDefinition? {
    byPrefix[String(id.prefix)]
  }

  private static let byName = objects.reduce(into: [String: ObjectDefinition]()) { byName, object in
    byName[object.name] = object
    byName[object.name.lowercased()] = object
  }
  private static let byPrefix = Dictionary(uniqueKeysWithValues: objects.map { ($0.keyPrefix, $0) })

  /// What a path through a relationship with several targets may ask for (Object Reference, "Name"): `Type` is the
  /// target's object, the others are null where the target has no such field.
  static let polymorphicName = ObjectDefinition(
    "Name", label: "Name", plural: "Names", prefix: "", isWritable: false, deletable: false,
    [
      FieldDefinition("Name", "Name", .text(max: 255), .readOnly),
      FieldDefinition("Type", "Type", .text(max: 40), .readOnly),
      FieldDefinition("FirstName", "First Name", .text(max: 40), .readOnly),
      FieldDefinition("LastName", "Last Name", .text(max: 80), .readOnly),
      FieldDefinition("Title", "Title", .text(max: 128), .readOnly),
      FieldDefinition("Phone", "Phone", .text(max: 40), .readOnly),
      FieldDefinition("Email", "Email", .text(max: 80), .readOnly),
      FieldDefinition("Username", "Username", .text(max: 80), .readOnly),
      FieldDefinition("IsActive", "Active", .flag, .readOnly),
    ])
}
