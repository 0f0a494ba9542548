import Foundation

/// What a condition needs to know besides the record: the org, when it is, and who asks.
struct QueryContext {
  let org: Org
  let now: Timestamp
  /// Who asks: he finds what he may see, and date literals are meant in his time zone. Nobody: everything, the org's.
  var user: RecordID?

  /// The span of a date literal in the type of the field that it is compared with.
  func span(of literal: DateLiteral, for kind: FieldKind) -> Range<OrgValue> {
    let zone = zone
    let days = literal.days(on: now.day(in: zone))
    guard kind == .time else { return .day(days.lowerBound)..<OrgValue.day(days.upperBound) }
    return .time(
      Timestamp(startOf: days.lowerBound, in: zone))..<OrgValue.time(
        Timestamp(startOf: days.upperBound, in: zone))
  }

  private var zone: TimeZone { user.map(org.timeZone(of:)) ?? org.timeZone }
}
