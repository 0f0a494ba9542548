/// Checks and types the values that a caller wants to write.
///
/// Messages and codes are Salesforce's, since clients show them and tell errors apart by them.
struct FieldCheck {
  let org: Org
  let user: RecordID
  let definition: ObjectDefinition
  let isCreation: Bool

  /// The values by position in the definition.
  func typed(_ fields: Fields) throws(APIError) -> [(position: Int, value: OrgValue)] {
    // In the order of the names, so that of several mistakes always the same one is told.
    let given = fields.sorted { $0.key < $1.key }
    var wanted: [FieldDefinition] = []
    for (name, _) in given { wanted.append(try org.readableField(name, of: definition, by: user)) }
    try checkWritable(wanted)
    var result: [(position: Int, value: OrgValue)] = []
    for (field, (_, value)) in zip(wanted, given) {
      guard let position = definition.position(of: field.name) else { continue }
      result.append((position, try typed(value, for: field)))
    }
    return result
  }

  /// Refuses fields that nobody may write, or not this user. All of them are named in one error.
  private func checkWritable(_ fields: [FieldDefinition]) throws(APIError) {
    guard !fields.contains(where: { $0.kind == .id }) else {
      throw APIError(.invalidField, "The Id field should not be specified in the sobject data.")
    }
    let refused = fields.filter { field in
      !(isCreation ? field.isCreateable : field.isUpdateable)
        || org.access(of: user, to: field, on: definition) < .editable
    }
    guard refused.isEmpty else {
      let names = refused.map(\.name)
      throw APIError(
        .invalidFieldForInsertUpdate,
        "Unable to create/update fields: \(names.joined(separator: ", ")). Please check the security settings of this "
          + "field and verify that it is read/write for your profile or permission set.", fields: names)
    }
  }

  /// Refuses a record that lacks a value it needs.
  func checkRequired(_ record: Record) throws(APIError) {
    let missing = definition.fields.indices
      .filter { definition.fields[$0].isCreateable && !definition.fields[$0].isNillable && record.slots[$0].isNull }
      .map { definition.fields[$0].name }
    guard missing.isEmpty else {
      throw APIError(
        .requiredFieldMissing, "Required fields are missing: [\(missing.joined(separator: ", "))]", fields: missing)
    }
  }

  private func typed(_ value: OrgValue, for field: FieldDefinition) throws(APIError) -> OrgValue {
    if value.isNull { return .null }
    switch field.kind {
    case .id: return value
    case .reference(let targets, _): return try reference(value, for: field, to: targets)
    case .text, .longText: return try text(value, for: field)
    case .picklist(let picklist): return try choice(value, for: field, of: picklist)
    case .flag, .day, .time, .number, .integer: return try scalar(value, of: field.kind)
    }
  }

  /// Strings are trimmed and an empty one is null, as Salesforce keeps them; Description keeps its shape.
  private func text(_ value: OrgValue, for field: FieldDefinition) throws(APIError) -> OrgValue {
    let text = value.written?.trimmed ?? ""
    if let limit = field.kind.maximumLength, text.utf16.count > limit {
      throw APIError(
        .stringTooLong, "\(field.label): data value too large: \(text.prefix(255)) (max length=\(limit))",
        fields: [field.name])
    }
    return text.isEmpty ? .null : .text(text)
  }

  private func choice(_ value: OrgValue, for field: FieldDefinition, of picklist: Picklist) throws(APIError) -> OrgValue
  {
    let text = try text(value, for: field)
    guard case .text(let chosen) = text else { return text }
    let allowed: [String]
    switch picklist {
    case .open: return text
    case .restricted(let values): allowed = values
    case .rows(let object): allowed = org.all(object).compactMap { $0["ApiName"].text }
    }
    guard let match = allowed.first(where: { $0.lowercased() == chosen.lowercased() }) else {
      throw APIError(
        .invalidOrNullForRestrictedPicklist, "\(field.label): bad value for restricted picklist field: \(chosen)",
        fields: [field.name])
    }
    return .text(match)
  }

  private func reference(_ value: OrgValue, for field: FieldDefinition, to targets: [String]) throws(APIError)
    -> OrgValue
  {
    guard let text = value.text else { throw unreadable(value, as: "reference") }
    if text.isEmpty { return .null }
    guard let id = RecordID(text) else {
      throw APIError(.malformedID, "\(field.label): id value of incorrect type: \(text)", fields: [field.name])
    }
    guard let target = Schema.object(of: id), targets.contains(target.name) else {
      throw APIError(
        .fieldIntegrityException, "\(field.label): id value of incorrect type: \(text)", fields: [field.name])
    }
    guard let record = org.find(id) else {
      throw APIError(.invalidCrossReferenceKey, "invalid cross reference id")
    }
    guard org.canSee(record, user) else {
      throw APIError(.insufficientAccessOnCrossReference, "insufficient access rights on cross-reference id")
    }
    guard !record.isDeleted else { throw APIError(.entityIsDeleted, "entity is deleted") }
    return .id(id)
  }
}
