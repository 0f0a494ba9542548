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
