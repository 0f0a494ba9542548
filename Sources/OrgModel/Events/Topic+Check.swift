extension Topic {
  /// The objects of this org that a PushTopic can watch (Streaming API Developer Guide, "Supported PushTopic Queries").
  private static let objects: Set = ["Account", "Contact", "Lead", "Opportunity", "Task"]

  /// Refuses what SOQL has and a PushTopic has not.
  ///
  /// Source: Streaming API Developer Guide, "PushTopic Queries", "Unsupported PushTopic Queries", which gives the sentences.
  static func check(_ query: BoundQuery, as written: Query) throws(APIError) {
    let refusals: [(isRefused: Bool, sentence: String)] = [
      (query.isCount, "Aggregate queries are not supported"),
      (!objects.contains(query.definition.name), "entity \(query.definition.name) is not supported in a topic query"),
      (!query.isCount && !query.columns.contains { $0.isOwn(.id) }, "Field Id is required in the query"),
      (!query.columns.allSatisfy(\.isOwn), "relationships are not supported"),
      (written.condition?.hasNot ?? false, "'NOT' is not supported"),
      (written.condition?.containsJoin ?? false, "semi/anti join sub-selects are not supported"),
      (written.condition?.followsRelationship ?? false, "relationships are not supported"),
      (!query.order.isEmpty, "'ORDER BY' clause is not allowed"),
      (query.limit != nil, "'LIMIT' is not allowed"),
      (query.offset != 0, "'OFFSET' is not allowed"),
    ]
    if let refusal = refusals.first(where: \.isRefused) {
      throw APIError(.invalidField, refusal.sentence, fields: ["Query"])
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

extension Query.Condition {
  /// Whether `NOT` stands in it; `NOT IN` is another operator.
  fileprivate var hasNot: Bool {
    switch self {
    case .not: true
    case .all(let conditions), .any(let conditions): conditions.contains(where: \.hasNot)
    case .compare, .like, .among, .joined: false
    }
  }

  fileprivate var followsRelationship: Bool {
    switch self {
    case .all(let conditions), .any(let conditions): conditions.contains(where: \.followsRelationship)
    case .compare(let path, _, _), .like(let path, _), .among(let path, _, _): path.parts.count > 1
    case .joined(let path, _, _): path.parts.count > 1
    case .not(let condition): condition.followsRelationship
    }
  }
}
