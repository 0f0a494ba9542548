/// A path whose names were found: from which record a value comes, and where in it.
indirect enum BoundPath: Sendable {
  /// A field of the record itself.
  case own(position: Int, field: FieldDefinition)
  /// A field of the record that a reference names; its object is known.
  case related(reference: Int, relationship: String, object: ObjectDefinition, BoundPath)
  /// A field of whatever record a reference names.
  case polymorphic(reference: Int, relationship: String, PolymorphicField)

  init(
    _ path: Query.Path, of definition: ObjectDefinition, for reader: FieldReader, in text: String
  ) throws(APIError) {
    try self.init(path.parts[...], of: definition, for: reader, in: text, at: path.offset)
  }

  private init(
    _ parts: ArraySlice<String>, of definition: ObjectDefinition, for reader: FieldReader, in text: String,
    at offset: Int
  ) throws(APIError) {
    let name = parts.first ?? ""
    if parts.count == 1 {
      guard let position = reader.position(of: name, in: definition) else {
        throw SOQLError.unknownField(name, of: definition.name, in: text, at: offset)
      }
      self = .own(position: position, field: definition.fields[position])
      return
    }
    guard let reference = reader.position(ofRelationship: name, in: definition),
      case .reference(let targets, let relationship) = definition.fields[reference].kind
    else { throw SOQLError.unknownRelationship(name, in: text, at: offset) }
    if targets.count == 1, let object = Schema.object(targets[0]) {
      let rest = try BoundPath(parts.dropFirst(), of: object, for: reader, in: text, at: offset)
      self = .related(reference: reference, relationship: relationship, object: object, rest)
      return
    }
    guard
      case .own(_, let field) = try BoundPath(
        parts.dropFirst(), of: Schema.polymorphicName, for: reader, in: text, at: offset)
    else { throw SOQLError.unknownRelationship(parts.dropFirst().first ?? "", in: text, at: offset) }
    self = .polymorphic(
      reference: reference, relationship: relationship, PolymorphicField(field, behind: targets, for: reader))
  }

  /// The field at the end of the path.
  var field: FieldDefinition {
    switch self {
    case .own(_, let field): field
    case .polymorphic(_, _, let field): field.definition
    case .related(_, _, _, let rest): rest.field
    }
  }

  /// As it is written in a query, in the case of the schema.
  var name: String {
    switch self {
    case .own(_, let field): field.name
    case .polymorphic(_, let relationship, let field): "\(relationship).\(field.definition.name)"
    case .related(_, let relationship, _, let rest): "\(relationship).\(rest.name)"
    }
  }

  /// The object that the field at the end belongs to, for a path that starts at `definition`.
  func object(from definition: ObjectDefinition) -> ObjectDefinition {
    switch self {
    case .own: definition
    case .polymorphic: Schema.polymorphicName
    case .related(_, _, let object, let rest): rest.object(from: object)
    }
  }

  func value(in record: Record, of org: Org) -> OrgValue {
    switch self {
    case .own(let position, _):
      return record.slots[position]
    case .related(let reference, _, _, let rest):
      guard let target = record.slots[reference].id.flatMap(org.find) else { return .null }
      return rest.value(in: target, of: org)
    case .polymorphic(let reference, _, let field):
      guard let target = record.slots[reference].id.flatMap(org.find) else { return .null }
      return field.value(in: target) ?? .null
    }
  }
}
