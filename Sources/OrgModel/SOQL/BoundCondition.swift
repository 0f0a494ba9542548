/// A condition whose names were found and whose literals have the types of their fields.
indirect enum BoundCondition: Sendable {
  case all([BoundCondition])
  case any([BoundCondition])
  case not(BoundCondition)
  case equal(BoundPath, OrgValue)
  case ordered(BoundPath, Query.Comparison, OrgValue)
  case within(BoundPath, Query.Comparison, DateLiteral)
  case like(BoundPath, LikePattern)
  case among(BoundPath, Set<OrgValue>)

  /// Nothing but `=`, `!=` and `NOT` is true of a null, as in SOQL.
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
      let found = path.value(in: record, of: context.org).folded
      return comparison.holds(found, value)
    case .within(let path, let comparison, let literal):
      let found = path.value(in: record, of: context.org)
      return comparison.holds(found, within: context.span(of: literal, for: found))
    case .like(let path, let pattern):
      guard let text = path.value(in: record, of: context.org).text else { return false }
      return pattern.matches(text)
    case .among(let path, let values):
      return values.contains(path.value(in: record, of: context.org).folded)
    }
  }
}
