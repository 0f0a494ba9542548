package import Foundation

/// Salesforce's dateTime values, `2026-11-24T09:30:00.000+0000`, to the millisecond.
package enum SalesforceTime {
  /// Reads a dateTime with any fraction and any zone (`+0000`, `+00:00`, `Z`); `nil` if it is none.
  package static func date(_ text: String) -> Date? {
    var text = text
    return text.withUTF8(date)
  }

  /// The same, of a text in UTF-8.
  static func date(_ text: UnsafeBufferPointer<UInt8>) -> Date? {
    var reader = DigitReader(text)
    guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"),
      let day = reader.number(2), reader.skip("T") || reader.skip("t"), let hour = reader.number(2), reader.skip(":"),
      let minute = reader.number(2), reader.skip(":"), let second = reader.number(2)
    else { return nil }
    var millisecond = 0
    if reader.skip(".") {
      guard let fraction = reader.thousandths() else { return nil }
      millisecond = fraction
    }
    guard let offset = zone(&reader), reader.isAtEnd,
      let time = CivilTime(
        year: year, month: month, day: day, hour: hour, minute: minute, second: second, millisecond: millisecond)
    else { return nil }
    return offset == 0 ? time.date : time.date.addingTimeInterval(Double(-offset * 60))
  }

  /// Writes a dateTime in UTC; a date outside the years 1700 to 4000, which Salesforce refuses, becomes the nearest one
  /// that it takes.
  package static func text(_ date: Date) -> String {
    text(date, zone: "+0000")
  }

  /// The form of SOQL and of a URL's parameters, whose zone needs no escaping.
  static func zuluText(_ date: Date) -> String {
    text(date, zone: "Z")
  }

  /// The form that the deleted and updated resources document, to the second: `2026-11-24T09:30:00+00:00`.
  static func secondsText(_ date: Date) -> String {
    text(date, zone: "").prefix(19) + "+00:00"
  }

  private static func text(_ date: Date, zone: String) -> String {
    guard let time = CivilTime(date), (1700..<4000).contains(time.year) else {
      return (date.timeIntervalSince1970 < 0 ? "1700-01-01T00:00:00.000" : "4000-12-31T00:00:00.000") + zone
    }
    return padded(time.year, 4) + "-" + padded(time.month, 2) + "-" + padded(time.day, 2) + "T" + padded(time.hour, 2)
      + ":" + padded(time.minute, 2) + ":" + padded(time.second, 2) + "." + padded(time.millisecond, 3) + zone
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Minutes east of UTC.
  private static func zone(_ reader: inout DigitReader) -> Int? {
    if reader.skip("Z") || reader.skip("z") { return 0 }
    let sign = reader.skip("+") ? 1 : reader.skip("-") ? -1 : 0
    guard sign != 0, let hours = reader.number(2), hours < 24 else { return nil }
    _ = reader.skip(":")
    guard let minutes = reader.number(2), minutes < 60 else { return nil }
    return sign * (hours * 60 + minutes)
  }
}
