package import Foundation

/// The day that it is where the user is, with the instants between which it lasts.
package struct LocalDay: Hashable, Sendable {
  package let day: Day
  package let start: Date
  /// The first instant of the next day.
  package let end: Date

  package init(day: Day, start: Date, end: Date) {
    self.day = day
    self.start = start
    self.end = end
  }

  /// The day at an instant in a time zone.
  package init(at instant: Date, in timeZone: TimeZone) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    let start = calendar.startOfDay(for: instant)
    let parts = calendar.dateComponents([.year, .month, .day], from: instant)
    let day = Day(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1) ?? Day(number: 0)
    self.init(
      day: day, start: start,
      end: calendar.date(byAdding: .day, value: 1, to: start) ?? start.addingTimeInterval(86_400))
  }

  /// The last days of a time zone up to this one, the earliest first.
  package func last(_ count: Int, in timeZone: TimeZone) -> [LocalDay] {
    var days = [self]
    for _ in 1..<max(1, count) {
      // The instant before it is of the day before, however many hours that had.
      days.append(LocalDay(at: (days.last ?? self).start.addingTimeInterval(-1), in: timeZone))
    }
    return days.reversed()
  }
}
