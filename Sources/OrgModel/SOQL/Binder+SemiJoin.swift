/// Source: SOQL and SOSL Reference, "Comparison Operators", "Semi-Joins with IN and Anti-Joins with NOT IN".
extension Binder {
  /// Objects that the query of a semi-join cannot ask; of those that the reference names, this org has Task.
  private static let unsupported: Set = ["Task"]
  private static let maximumJoins = 2

  /// Refuses semi-joins where they may not stand.
  func checkSemiJoins(in condition: Query.Condition) throws(APIError) {
    let joins: [Query.Condition]
    switch condition {
    case .joined: return
    case .any(let conditions) where conditions.contains(where: \.isJoin):
      throw APIError(.malformedQuery, "Semi join sub-selects are not allowed with the 'OR' operator")
    case .all(let conditions):
      joins = conditions.filter(\.isJoin)
      guard !conditions.contains(where: { !$0.isJoin && $0.containsJoin }) else { throw Self.nestedJoin }
    case .any, .not, .compare, .like, .among:
      guard !condition.containsJoin else { throw Self.nestedJoin }
      return
    }
    guard joins.count <= Self.maximumJoins else {
      throw APIError(.malformedQuery, "Maximum \(Self.maximumJoins) semi join sub-selects are allowed")
    }
  }

  private static let nestedJoin = APIError(
    .malformedQuery,
    "Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.")

  /// The other query of a semi-join, which selects one Id or reference to what `path` may refer to.
  func semiJoin(of path: Query.Path, with other: Query) throws(APIError) -> BoundQuery {
    let left = try filterable(path)
    guard case .own(_, let operand) = left, operand.kind.isReference else {
      throw malformed(
        "The left operand field in the where expression for outer query should be an id field, cannot use: "
          + "'\(left.name)'", at: path.offset)
    }
    guard other.condition.map({ !$0.containsJoin }) ?? true else {
      throw malformed("Nesting of semi join sub-selects is not supported", at: other.objectOffset)
    }
    let inner = try BoundQuery(other, for: reader)
    guard !Self.unsupported.contains(inner.definition.name) else {
      throw malformed(
        "Entity '\(inner.definition.name)' is not supported for semi join inner selects", at: other.objectOffset)
    }
    guard inner.definition !== definition else {
      throw malformed("The inner and outer selects should not be on the same object type", at: other.objectOffset)
    }
    guard inner.columns.count == 1, let column = inner.columns.first else {
      throw malformed("semi join sub selects can only query one field", at: other.objectOffset)
    }
    guard column.field.kind.isReference else {
      throw malformed(
        "semi join sub selects can only query id fields, cannot use: '\(column.name)'", at: other.objectOffset)
    }
    let ours = operand.kind.objects(from: definition)
    guard !ours.isDisjoint(with: column.field.kind.objects(from: column.object(from: inner.definition))) else {
      throw malformed(
        "The selected field '\(column.name)' in the subquery and the left operand field in the where expression in the "
          + "outer query '\(operand.name)' should point to the same object type", at: path.offset)
    }
    return inner
  }

  private func malformed(_ message: String, at offset: Int) -> APIError {
    SOQLError.malformed(message, in: query.text, at: offset)
  }
}

extension Query.Condition {
  fileprivate var isJoin: Bool {
    if case .joined = self { true } else { false }
  }

  /// Whether it needs another query (a semi-join or an anti-join).
  var containsJoin: Bool {
    switch self {
    case .all(let conditions), .any(let conditions): conditions.contains(where: \.containsJoin)
    case .not(let condition): condition.containsJoin
    case .joined: true
    case .compare, .like, .among: false
    }
  }
}

extension FieldKind {
  /// The objects whose Ids a field of this kind holds.
  fileprivate func objects(from definition: ObjectDefinition) -> Set<String> {
    switch self {
    case .id: [definition.name]
    case .reference(let targets, _): Set(targets)
    case .text, .longText, .picklist, .flag, .day, .time, .number, .integer: []
    }
  }
}
