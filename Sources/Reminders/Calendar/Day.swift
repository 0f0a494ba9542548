package import Localization

/// A day in the calendar, as Salesforce's `ActivityDate`: no time, no time zone, so it never shifts.
package struct Day: Hashable, Comparable, Sendable, Codable {
  /// Days since 1970-01-01.
  package let number: Int

  package init(number: Int) {
    self.number = number
  }

  /// A day of the proleptic Gregorian calendar; `nil` where there is none, such as 30 February.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.daysInMonth(month, year: year)
    else { return nil }
    number = Day.number(year: year, month: month, day: day)
  }

  /// Parses `2026-11-24`; `nil` for anything else.
  package init?(iso text: some StringProtocol) {
    // Year, month and day.
    var numbers = (0, 0, 0)
    var place = 0
    for byte in text.utf8 {
      switch (place, byte) {
      case (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")): break
      case (0...3, UInt8(ascii: "0")...UInt8(ascii: "9")): numbers.0 = numbers.0 * 10 + Int(byte - UInt8(ascii: "0"))
      case (5...6, UInt8(ascii: "0")...UInt8(ascii: "9")): numbers.1 = numbers.1 * 10 + Int(byte - UInt8(ascii: "0"))
      case (8...9, UInt8(ascii: "0")...UInt8(ascii: "9")): numbers.2 = numbers.2 * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      place += 1
    }
    guard place == 10 else { return nil }
    self.init(year: numbers.0, month: numbers.1, day: numbers.2)
  }

  /// `2026-11-24`.
  package var iso: String {
    let (year, month, day) = components
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  package func adding(days: Int) -> Day { Day(number: number + days) }

  /// The same day some months on, or the last day of that month where it is shorter.
  package func adding(months: Int) -> Day {
    let (year, month, day) = components
    let index = year * 12 + month - 1 + months
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    return Day(
      number: Day.number(
        year: newYear, month: newMonth, day: min(day, Day.daysInMonth(newMonth, year: newYear))))
  }

  package var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday(rawValue: ((number + 3) % 7 + 7) % 7) ?? .monday
  }

  /// The first such weekday after this day.
  package func next(_ weekday: Weekday) -> Day {
    adding(days: (weekday.rawValue - self.weekday.rawValue + 6) % 7 + 1)
  }

  package var lastOfMonth: Day {
    let (year, month, day) = components
    return adding(days: Day.daysInMonth(month, year: year) - day)
  }

  /// Year, month and day of the month (Howard Hinnant's `civil_from_days`).
  package var components: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }

  private static func number(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func daysInMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
