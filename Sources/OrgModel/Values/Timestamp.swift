package import Foundation

/// A moment, exact to the millisecond, as Salesforce keeps them. Whole numbers, so that equal moments are equal.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  package let milliseconds: Int

  /// The moment so many milliseconds after 1970-01-01T00:00:00Z.
  package init(milliseconds: Int) {
    self.milliseconds = milliseconds
  }

  /// The millisecond that `date` falls into.
  package init(_ date: Date) {
    // A Date made of a Timestamp may lie a hair below its millisecond.
    milliseconds = Int((date.timeIntervalSince1970 * 1000 + 0.001).rounded(.down))
  }

  /// Midnight at the beginning of `day` in `zone`.
  package init(startOf day: CalendarDay, in zone: TimeZone) {
    let utc = Date(timeIntervalSince1970: Double(day.number) * 86_400)
    let guess = utc.addingTimeInterval(-Double(zone.secondsFromGMT(for: utc)))
    let offset = zone.secondsFromGMT(for: guess)
    milliseconds = (day.number * 86_400 - offset) * 1000
  }

  /// The moment as Foundation has it.
  package var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

  /// The day that it is in `zone` at this moment.
  package func day(in zone: TimeZone) -> CalendarDay {
    CalendarDay(number: (milliseconds + zone.secondsFromGMT(for: date) * 1000).flooredQuotient(by: 86_400_000))
  }

  /// The moment so many seconds later.
  package func adding(seconds: Int) -> Timestamp { Timestamp(milliseconds: milliseconds + seconds * 1000) }

  package static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }
}

extension Timestamp: CustomStringConvertible {
  /// As the REST API writes it: `2026-11-24T09:30:00.000+0000`.
  package var description: String { written(zone: "+0000") }

  /// As streaming events write it: `2026-11-24T09:30:00.000Z`.
  package var zulu: String { written(zone: "Z") }

  private func written(zone: String) -> String {
    let day = CalendarDay(number: milliseconds.flooredQuotient(by: 86_400_000))
    let rest = milliseconds - day.number * 86_400_000
    let time = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { padded($0, to: 2) }
    return "\(day)T\(time.joined(separator: ":")).\(padded(rest % 1000, to: 3))\(zone)"
  }
}

extension Int {
  fileprivate func flooredQuotient(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
