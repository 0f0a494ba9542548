import Localization

/// Days as they are written for the user: in his language, in the order of his region.
extension Day {
  /// `November`.
  package var monthName: String { Localization.current.language.calendar.months[components.month - 1] }

  /// `24 Nov`.
  package func dayAndMonth() -> String {
    Day.joined(components.day, Localization.current.language.calendar.shortMonths[components.month - 1])
  }

  /// `Tue 24 Nov`.
  package func short() -> String { localized("\(weekday.shortName) \(dayAndMonth())", "weekday and day") }

  /// `Tue 24 Nov`, with the year where it is not the one of `today`.
  package func short(from today: Day) -> String {
    let year = components.year
    return year == today.components.year ? short() : localized("\(short()) \(String(year))", "day and year")
  }

  /// `Tuesday 24 November`.
  package func long() -> String {
    localized("\(weekday.name) \(Day.joined(components.day, monthName))", "weekday and day")
  }

  /// How far it is from another day: `today`, `tomorrow`, `in 3 days`, `2 days ago`.
  package func distance(from today: Day) -> String {
    switch number - today.number {
    case 0: localized("today")
    case 1: localized("tomorrow")
    case -1: localized("yesterday")
    case let days where days > 0: localized(days, one: "in \(days) day", other: "in \(days) days")
    case let days: localized(-days, one: "\(-days) day ago", other: "\(-days) days ago")
    }
  }

  private static func joined(_ day: Int, _ month: String) -> String {
    Localization.current.region.order == .dayFirst
      ? localized("\(day) \(month)", "day and month") : localized("\(month) \(day)", "month and day")
  }
}
