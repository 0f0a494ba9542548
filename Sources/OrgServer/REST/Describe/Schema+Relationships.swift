import OrgModel

extension Schema {
  /// The fields that lead to records of an object, and whose they are.
  static func relationships(to target: ObjectDefinition) -> [(child: ObjectDefinition, field: FieldDefinition)] {
    objects.flatMap { child in
      child.fields.compactMap { field in field.kind.targets.contains(target.name) ? (child, field) : nil }
    }
  }

  /// What the records are called that a field of theirs leads from, seen from the other end: `Tasks`. Only the fields by
  /// which people relate records have such a name.
  static func childRelationship(of field: FieldDefinition, on child: ObjectDefinition) -> String? {
    field.isUpdateable && !field.kind.targets.contains("User")
      ? child.labelPlural.filter { !$0.isWhitespace } : nil
  }
}

extension FieldKind {
  /// The objects that a reference may lead to.
  var targets: [String] {
    if case .reference(let targets, _) = self { targets } else { [] }
  }

  var relationship: String? {
    if case .reference(_, let relationship) = self { relationship } else { nil }
  }

  var isLongText: Bool {
    if case .longText = self { true } else { false }
  }

  var isRestricted: Bool {
    switch self {
    case .picklist(.restricted), .picklist(.rows): true
    default: false
    }
  }
}
