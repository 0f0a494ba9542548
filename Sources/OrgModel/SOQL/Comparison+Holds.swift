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
