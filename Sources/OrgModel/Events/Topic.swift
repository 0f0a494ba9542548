/// A PushTopic that is ready to be matched with changes.
struct Topic: Sendable {
  let name: String
  /// Changes from this one on are of interest.
  let firstReplayID: Int
  let isActive: Bool
  private let query: BoundQuery
  private let kinds: Set<ChangeEvent.Kind>
  /// The fields of which one must have changed; `nil` for any.
  private var watched: Set<String>?

  /// The fields of a PushTopic that say which changes it tells of. Once one of them changes it tells nothing of what was
  /// before, which it would judge as nobody asked then.
  static let settings = [
    "Query", "IsActive", "NotifyForFields", "NotifyForOperationCreate", "NotifyForOperationUpdate",
    "NotifyForOperationDelete", "NotifyForOperationUndelete",
  ]

  init(_ record: Record, firstReplayID: Int, in org: Org) throws(APIError) {
    name = record["Name"].text ?? ""
    self.firstReplayID = firstReplayID
    isActive = record["IsActive"] == .flag(true)
    let written = try Parser.query(record["Query"].text ?? "")
    query = try BoundQuery(written, for: FieldReader(org: org, user: record["CreatedById"].id ?? record.id))
    try Self.check(query, as: written)
    let wanted: [(String, ChangeEvent.Kind)] = [
      ("NotifyForOperationCreate", .created), ("NotifyForOperationUpdate", .updated),
      ("NotifyForOperationDelete", .deleted), ("NotifyForOperationUndelete", .undeleted),
    ]
    kinds = Set(wanted.filter { record[$0.0] == .flag(true) }.map(\.1))
    let selected = Set(query.columns.map(\.field.name))
    let filtered = query.condition?.fieldNames ?? []
    switch record["NotifyForFields"].text {
    case "All": watched = nil
    case "Select": watched = selected
    case "Where": watched = filtered
    default: watched = selected.union(filtered)
    }
    // A change of Status is no change of IsClosed (Streaming API Developer Guide, "Supported PushTopic Queries").
    watched?.remove("IsClosed")
  }

  /// Whether the change is one to tell of: the operation is wanted, a watched field changed, and the record as it is
  /// now matches the WHERE clause.
  ///
  /// Source: Streaming API Developer Guide, "Notifications". A record that leaves the WHERE clause is not told of.
  func matches(_ event: ChangeEvent, in org: Org) -> Bool {
    guard isActive, event.replayID >= firstReplayID, kinds.contains(event.kind), !event.isGap,
      event.record.definition === query.definition
    else { return false }
    if event.kind == .updated {
      guard !event.changedFields.isEmpty, watched.map({ !$0.isDisjoint(with: event.changedFields) }) ?? true else {
        return false
      }
    }
    return query.condition?.holds(for: event.record, in: QueryContext(org: org, now: event.date)) ?? true
  }

  /// The selected fields that `user` may see; of a deleted record the Id alone.
  func payload(of event: ChangeEvent, in org: Org, to user: RecordID) -> QueryRow {
    let columns = query.columns.filter { column in
      event.kind == .deleted ? column.field.kind == .id : org.canRead(column.field, on: definition, user)
    }
    return QueryRow(event.record, columns: columns, of: org)
  }

  /// The object that it watches.
  var definition: ObjectDefinition { query.definition }

  /// The fields of the WHERE clause.
  var conditionFields: [FieldDefinition] { (query.condition?.fieldNames ?? []).compactMap { definition.field($0) } }

  /// The field of this name, in any case, if it is in the SELECT clause.
  func selectedField(_ name: String) -> FieldDefinition? {
    query.columns.first { $0.field.name.lowercased() == name.lowercased() }?.field
  }
}
