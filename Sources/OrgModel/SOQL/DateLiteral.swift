/// A span of days that moves with the clock, such as `TODAY` or `LAST_N_DAYS:7`: some periods before or after the one
/// that today is in.
///
/// Source: SOQL and SOSL Reference, "Date Formats and Date Literals in WHERE". A week begins on Sunday, as in the locale
/// en_US; the fiscal year is the calendar year, which is what an org begins with (Setup, "Fiscal Year").
struct DateLiteral: Equatable {
  enum Period: String {
    case day = "DAY"
    case week = "WEEK"
    case month = "MONTH"
    case quarter = "QUARTER"
    case year = "YEAR"
    case fiscalQuarter = "FISCAL_QUARTER"
    case fiscalYear = "FISCAL_YEAR"
  }

  let period: Period
  /// Which ones, counted from the present one, 0.
  let periods: Range<Int>

  private init(_ period: Period, _ periods: Range<Int>) {
    self.period = period
    self.periods = periods
  }

  /// Reads a literal in any case; `nil` when there is none of this name.
  init?(_ word: String) {
    let parts = word.uppercased().split(separator: ":", omittingEmptySubsequences: false)
    let name = parts[0]
    switch parts.count {
    case 1:
      guard let fixed = Self.fixed[String(name)] ?? Self.relative(name) else { return nil }
      self = fixed
    case 2:
      guard !parts[1].isEmpty, parts[1].utf8.allSatisfy(isASCIIDigit), let count = Int(parts[1]),
        count <= Self.maximumCount, let counted = Self.counted(name, count)
      else { return nil }
      self = counted
    default: return nil
    }
  }

  private static let maximumCount = 100_000

  private static let fixed = [
    "YESTERDAY": DateLiteral(.day, -1..<0), "TODAY": DateLiteral(.day, 0..<1), "TOMORROW": DateLiteral(.day, 1..<2),
    // Today is one more than the ninety.
    "LAST_90_DAYS": DateLiteral(.day, -90..<1), "NEXT_90_DAYS": DateLiteral(.day, 1..<91),
  ]

  /// `THIS_WEEK` and the like.
  private static func relative(_ name: Substring) -> DateLiteral? {
    for (prefix, which) in [("LAST_", -1), ("THIS_", 0), ("NEXT_", 1)] where name.hasPrefix(prefix) {
      guard let period = Period(rawValue: String(name.dropFirst(prefix.count))), period != .day else { return nil }
      return DateLiteral(period, which..<(which + 1))
    }
    return nil
  }

  /// `LAST_N_DAYS:7`, `N_WEEKS_AGO:2` and the like.
  private static func counted(_ name: Substring, _ count: Int) -> DateLiteral? {
    if name.hasPrefix("LAST_N_"), let period = period(plural: name.dropFirst(7)) {
      // The last days include today; the last weeks do not include this one.
      return DateLiteral(period, -count..<(period == .day ? 1 : 0))
    }
    if name.hasPrefix("NEXT_N_"), let period = period(plural: name.dropFirst(7)) {
      return DateLiteral(period, 1..<(count + 1))
    }
    if name.hasPrefix("N_"), name.hasSuffix("_AGO"), let period = period(plural: name.dropFirst(2).dropLast(4)) {
      return DateLiteral(period, -count..<(1 - count))
    }
    return nil
  }

  private static func period(plural: Substring) -> Period? {
    plural.hasSuffix("S") ? Period(rawValue: String(plural.dropLast())) : nil
  }

  /// The days it means when it is `today`.
  func days(on today: CalendarDay) -> Range<CalendarDay> {
    period.start(periods.lowerBound, from: today)..<period.start(periods.upperBound, from: today)
  }
}

extension DateLiteral.Period {
  /// The first day of the period that comes so many periods after the one of `today`.
  fileprivate func start(_ distance: Int, from today: CalendarDay) -> CalendarDay {
    switch self {
    case .day: return today.adding(days: distance)
    case .week:
      // 1970-01-01 was a Thursday.
      let weekday = ((today.number + 4) % 7 + 7) % 7
      return today.adding(days: distance * 7 - weekday)
    case .month: return Self.month(distance, of: today)
    case .quarter, .fiscalQuarter: return Self.month(distance * 3 - (today.components.month - 1) % 3, of: today)
    case .year, .fiscalYear: return Self.month(distance * 12 - (today.components.month - 1), of: today)
    }
  }

  /// The first day of a month so many months after that of `today`; the calendar ends with the years 1 and 9999.
  private static func month(_ distance: Int, of today: CalendarDay) -> CalendarDay {
    let (year, month, _) = today.components
    let months = min(max(year * 12 + month - 1 + distance, 12), 9999 * 12 + 11)
    return CalendarDay(year: months / 12, month: months % 12 + 1, day: 1) ?? today
  }
}
