import Foundation

/// What a condition needs to know besides the record: the org, when it is, and who asks.
struct QueryContext {
  let org: Org
  let now: Timestamp
  /// In whose time zone date literals are meant; nobody's: the org's.
  var user: RecordID?

  /// Whether the one who asks may see the record.
  func canSee(_ record: Record) -> Bool { user.map { org.canSee(record, $0) } ?? true }

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
