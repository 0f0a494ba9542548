import Foundation

/// The date of an HTTP header, `Tue, 24 Nov 2026 09:30:00 GMT` (RFC 9110 §5.6.7, the only form that is still sent).
enum HTTPDate {
  static func date(_ text: String) -> Date? {
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]), let year = Int(parts[3]),
      let month = months.firstIndex(of: parts[2])
    else { return nil }
    let clock = parts[4].split(separator: ":").map { Int($0) }
    guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2] else { return nil }
    return CivilTime(year: year, month: month + 1, day: day, hour: hour, minute: minute, second: second)?.date
  }

  /// The last whole second up to a moment. One that HTTP cannot write becomes one long past, so that no condition holds by
  /// mistake.
  static func text(_ date: Date) -> String {
    let second = date.timeIntervalSince1970.rounded(.down)
    guard let time = CivilTime(Date(timeIntervalSince1970: second)) else { return "Thu, 01 Jan 1970 00:00:00 GMT" }
    let day = Int((second / 86_400).rounded(.down))
    let weekday = weekdays[((day % 7) + 7) % 7]
    let clock = [time.hour, time.minute, time.second].map { padded($0, 2) }.joined(separator: ":")
    return "\(weekday), \(padded(time.day, 2)) \(months[time.month - 1]) \(padded(time.year, 4)) \(clock) GMT"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// From the day on which 1970 began.
  private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  .map { Substring($0) }
}
