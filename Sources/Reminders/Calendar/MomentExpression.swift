package import Foundation

/// An instant as people type it: a day and a time of day, either of which may be missing: `tomorrow 9:00`, `14:30`, `fri 9am`,
/// `2026-12-01 08:15`.
package struct MomentExpression: Sendable {
  package let days: DayExpression
  package let timeZone: TimeZone

  package init(_ days: DayExpression, timeZone: TimeZone) {
    self.days = days
    self.timeZone = timeZone
  }

  /// What a day without a time means, in minutes since midnight: when a working day begins.
  private static let morning = 9 * 60

  /// The instant that a text means.
  ///
  /// - Parameter day: the one that is meant where only a time is typed.
  /// - Throws: `ReminderError` where there is no such day, or where it is no instant at all.
  package func read(_ text: String, on day: Day) throws(ReminderError) -> Date {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    var minutes: Int?
    if let last = words.last, let time = Self.minutes(last) {
      minutes = time
      words.removeLast()
    }
    var found = day
    if !words.isEmpty {
      switch days.read(words) {
      case .day(let typed): found = typed
      case .impossible(let text): throw .noSuchDay(text)
      case .none: throw .notAMoment(text)
      }
    } else if minutes == nil {
      throw .notAMoment(text)
    }
    return instant(found, minutes ?? Self.morning)
  }

  /// `9:00`, `09:30`, `9am`, `2:15pm`, in minutes since midnight.
  private static func minutes(_ word: String) -> Int? {
    let word = word.lowercased()
    let isMorning = word.hasSuffix("am")
    let isAfternoon = word.hasSuffix("pm")
    let digits = isMorning || isAfternoon ? String(word.dropLast(2)) : word
    let parts = digits.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.count == 2 || isMorning || isAfternoon,
      parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      var hour = Int(parts[0])
    else { return nil }
    guard let minute = parts.count == 2 ? Int(parts[1]) : 0, minute < 60 else { return nil }
    if isMorning || isAfternoon {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    return hour < 24 ? hour * 60 + minute : nil
  }

  /// An hour that a change of the clocks leaves out is the one after it.
  private func instant(_ day: Day, _ minutes: Int) -> Date {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    let (year, month, dayOfMonth) = day.components
    let parts = DateComponents(
      year: year, month: month, day: dayOfMonth, hour: minutes / 60, minute: minutes % 60)
    return calendar.date(from: parts) ?? Date(timeIntervalSince1970: TimeInterval(day.number * 86_400 + minutes * 60))
  }
}
