/// A PushTopic that is ready to be matched with changes.
struct Topic: Sendable {
  let name: String
  /// Changes from this one on are of interest.
  let firstReplayID: Int
  let isActive: Bool
  private let query: BoundQuery
  private let kinds: Set<ChangeEvent.Kind>
  /// The fields of which one must have changed; `nil` for any.
  private let watched: Set<String>?

  init(_ record: Record, firstReplayID: Int, in org: Org) throws(APIError) {
    name = record["Name"].text ?? ""
    self.firstReplayID = firstReplayID
    isActive = record["IsActive"] == .flag(true)
    query = try BoundQuery(
      record["Query"].text ?? "", for: FieldReader(org: org, user: record["CreatedById"].id ?? record.id))
    try Self.check(query)
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
  }

  /// Whether the change is one to tell of: the operation is wanted, a watched field changed, and the record as it is
  /// now matches the WHERE clause.
  ///
  /// Source: Streaming API Developer Guide, "Notifications". A record that leaves the WHERE clause is not told of.
  func matches(_ event: ChangeEvent, in org: Org) -> Bool {
    guard isActive, event.replayID >= firstReplayID, kinds.contains(event.kind),
      event.record.definition === query.definition
    else { return false }
    if event.kind == .updated {
      guard !event.changedFields.isEmpty, watched.map({ !$0.isDisjoint(with: event.changedFields) }) ?? true else {
        return false
      }
    }
    return query.condition?.holds(for: event.record, in: QueryContext(org: org, now: event.date)) ?? true
  }

  /// The selected fields; of a deleted record the Id alone.
  func payload(of event: ChangeEvent, in org: Org) -> QueryRow {
    let columns = event.kind == .deleted ? query.columns.filter { $0.field.kind == .id } : query.columns
    return QueryRow(event.record, columns: columns, of: org)
  }

  /// Source: Streaming API Developer Guide, "PushTopic Queries".
  private static func check(_ query: BoundQuery) throws(APIError) {
    guard query.columns.contains(where: { $0.isOwn(.id) }) else {
      throw APIError(.invalidField, "Field Id is required in the query", fields: ["Query"])
    }
    guard query.order.isEmpty, query.limit == nil, query.offset == 0 else {
      throw APIError(.invalidField, "ORDER BY, LIMIT and OFFSET are not supported in a topic query", fields: ["Query"])
    }
    guard query.columns.allSatisfy(\.isOwn) else {
      throw APIError(.invalidField, "relationships are not supported in a topic query", fields: ["Query"])
    }
  }
}

extension BoundPath {
  fileprivate var isOwn: Bool {
    if case .own = self { true } else { false }
  }

  fileprivate func isOwn(_ kind: FieldKind) -> Bool {
    if case .own(_, let field) = self { field.kind == kind } else { false }
  }
}
