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

/// What a condition needs to know besides the record.
struct QueryContext {
  let org: Org
  let now: Timestamp
  let today: CalendarDay

  init(org: Org, now: Timestamp) {
    self.org = org
    self.now = now
    today = now.day(in: org.timeZone)
  }

  /// The span of a date literal in the type of the value that it is compared with.
  func span(of literal: DateLiteral, for value: OrgValue) -> Range<OrgValue> {
    let days = literal.days(on: today)
    guard case .time = value else { return .day(days.lowerBound)..<OrgValue.day(days.upperBound) }
    return .time(Timestamp(startOf: days.lowerBound, in: org.timeZone))
      ..< .time(Timestamp(startOf: days.upperBound, in: org.timeZone))
  }
}

extension Query.Comparison {
  func holds(_ left: OrgValue, _ right: OrgValue) -> Bool {
    guard !left.isNull, !right.isNull else { return false }
    switch self {
    case .equal: return left == right
    case .notEqual: return left != right
    case .less: return left < right
    case .lessOrEqual: return !(right < left)
    case .greater: return right < left
    case .greaterOrEqual: return !(left < right)
    }
  }

  func holds(_ value: OrgValue, within span: Range<OrgValue>) -> Bool {
    guard !value.isNull else { return self == .notEqual }
    switch self {
    case .equal: return span.contains(value)
    case .notEqual: return !span.contains(value)
    case .less: return value < span.lowerBound
    case .lessOrEqual: return value < span.upperBound
    case .greater: return !(value < span.upperBound)
    case .greaterOrEqual: return !(value < span.lowerBound)
    }
  }
}
