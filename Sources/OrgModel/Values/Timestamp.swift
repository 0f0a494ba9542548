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
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    day.write(to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    bytes.append(decimal: rest / 3_600_000, width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(decimal: rest / 60_000 % 60, width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(decimal: rest / 1000 % 60, width: 2)
    bytes.append(UInt8(ascii: "."))
    bytes.append(decimal: rest % 1000, width: 3)
    bytes.append(contentsOf: zone.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Int {
  fileprivate func flooredQuotient(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
