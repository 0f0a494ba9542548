/// A condition whose names were found and whose literals have the types of their fields.
indirect enum BoundCondition: Sendable {
  case all([BoundCondition])
  case any([BoundCondition])
  case not(BoundCondition)
  case equal(BoundPath, OrgValue)
  case ordered(BoundPath, Query.Comparison, OrgValue)
  case within(BoundPath, Query.Comparison, Range<OrgValue>)
  case like(BoundPath, Wildcard)
  case among(BoundPath, Set<OrgValue>)
  /// As `within`, when the time will be known.
  case relative(BoundPath, Query.Comparison, DateLiteral)
  /// As `among`, when the other query has been run.
  case joined(BoundPath, BoundQuery)

  /// Of a null, `=`, `!=`, `IN` and `NOT` can be true, as in SOQL; comparisons of size and LIKE are not.
  func holds(for record: Record, in context: QueryContext) -> Bool {
    switch self {
    case .all(let conditions):
      return conditions.allSatisfy { $0.holds(for: record, in: context) }
    case .any(let conditions):
      return conditions.contains { $0.holds(for: record, in: context) }
    case .not(let condition):
      return !condition.holds(for: record, in: context)
    case .equal(let path, let value):
      return path.value(in: record, of: context.org).folded == value
    case .ordered(let path, let comparison, let value):
      return comparison.holds(path.value(in: record, of: context.org).folded, value)
    case .within(let path, let comparison, let span):
      return comparison.holds(path.value(in: record, of: context.org), within: span)
    case .like(let path, let pattern):
      guard let text = path.value(in: record, of: context.org).text else { return false }
      return pattern.matches(Array(text.lowercased())[...])
    case .among(let path, let values):
      return values.contains(path.value(in: record, of: context.org).folded)
    case .relative, .joined:
      return resolved(in: context).holds(for: record, in: context)
    }
  }

  /// The same condition, where what depends on the time and on other records stands as it is now.
  func resolved(in context: QueryContext) -> BoundCondition {
    switch self {
    case .all(let conditions): .all(conditions.map { $0.resolved(in: context) })
    case .any(let conditions): .any(conditions.map { $0.resolved(in: context) })
    case .not(let condition): .not(condition.resolved(in: context))
    case .relative(let path, let comparison, let literal):
      .within(path, comparison, context.span(of: literal, for: path.field.kind))
    case .joined(let path, let query): .among(path, query.values(in: context))
    case .equal, .ordered, .within, .like, .among: self
    }
  }

  /// The fields of the record itself that this condition looks at.
  var fieldNames: Set<String> {
    switch self {
    case .all(let conditions), .any(let conditions): conditions.reduce(into: []) { $0.formUnion($1.fieldNames) }
    case .not(let condition): condition.fieldNames
    case .equal(let path, _), .ordered(let path, _, _), .within(let path, _, _), .like(let path, _),
      .among(let path, _), .relative(let path, _, _), .joined(let path, _):
      [path.field.name]
    }
  }
}
