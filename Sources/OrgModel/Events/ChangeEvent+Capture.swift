/// How Change Data Capture looks at a change.
extension ChangeEvent {
  /// The fields that it tells of: of an update those that changed, `LastModifiedDate` always among them, of a new or
  /// restored record those that are not empty, else none.
  ///
  /// Source: Change Data Capture Developer Guide, "Change Event Body Fields".
  var fields: [ChangeEventField] {
    guard !isGap else { return [] }
    return record.definition.fields.filter(isToldOf).compactMap { ChangeEventField($0, of: record.definition) }
  }

  private func isToldOf(_ field: FieldDefinition) -> Bool {
    switch kind {
    case .created, .undeleted: !record[field.name].isNull
    case .updated: changedFields.contains(field.name) || field.name == "LastModifiedDate"
    case .deleted, .overflow: false
    }
  }

  /// Whether one change event can tell of both, with the Ids of both records.
  ///
  /// Source: Change Data Capture Developer Guide, "Merged Change Events", "Gap Events".
  func isSameChange(as other: ChangeEvent) -> Bool {
    guard transaction == other.transaction, kind == other.kind, isGap == other.isGap, user == other.user,
      record.definition === other.record.definition, date.milliseconds / 1000 == other.date.milliseconds / 1000
    else { return false }
    if isGap || kind == .deleted { return true }
    guard kind == .updated else { return false }
    let (mine, others) = (fields.map(\.field.name), other.fields.map(\.field.name))
    return mine == others && mine.allSatisfy { record[$0] == other.record[$0] }
  }
}

extension ChangeEvent.Kind {
  /// As `changeType` names it, without `GAP_`.
  package var changeType: String {
    switch self {
    case .created: "CREATE"
    case .updated: "UPDATE"
    case .deleted: "DELETE"
    case .undeleted: "UNDELETE"
    case .overflow: "OVERFLOW"
    }
  }
}
