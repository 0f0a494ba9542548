/// A day of the week, Monday first (ISO 8601).
package enum Weekday: Int, Sendable, CaseIterable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// `Mon`, in the language of the user.
  package var shortName: String { Localization.current.language.calendar.shortWeekdays[rawValue] }

  /// `Monday`, in the language of the user.
  package var name: String { Localization.current.language.calendar.weekdays[rawValue] }

  /// The days of a week as they follow each other in the user's region.
  package static var week: [Weekday] {
    let first = Localization.current.region.firstWeekday.rawValue
    return Array(allCases[first...] + allCases[..<first])
  }

  /// Where it stands in such a week, from 0.
  package var placeInWeek: Int { (rawValue - Localization.current.region.firstWeekday.rawValue + 7) % 7 }
}
