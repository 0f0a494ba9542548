import Localization
import Reminders
import Terminal

/// Where the days of the months are: the month of a day, and those after it as far as there is room.
struct CalendarLayout {
  struct Month {
    let first: Day
    /// Where its name and the weekdays stand; `nil` where there is no room for them.
    let title: Position?
    let weekdays: Position?
    let days: [(day: Day, place: Position)]
  }

  static let dayWidth = 4
  private static let monthWidth = 7 * dayWidth + 2
  private static let weeks = 6

  let area: Rectangle
  let months: [Month]

  init(_ selected: Day, in body: Rectangle) {
    var rest = body
    // A rule, the name, the weekdays and the weeks; a low screen has only some of the weeks.
    let area = rest.takeBottom(min(body.size.rows, Self.weeks + 3))
    self.area = area
    let count = max(1, (area.size.columns - 1) / Self.monthWidth)
    let first = selected.adding(days: 1 - selected.components.day)
    months = (0..<min(count, 3))
      .map { index in
        CalendarLayout.month(
          first.adding(months: index), selected, at: area.origin.offset(columns: 1 + index * Self.monthWidth, rows: 1),
          rows: area.size.rows - 1)
      }
  }

  func day(at position: Position) -> Day? {
    months.lazy.flatMap(\.days)
      .first { day in
        day.place.row == position.row
          && (day.place.column..<(day.place.column + Self.dayWidth)).contains(position.column)
      }?
      .day
  }

  private static func month(_ first: Day, _ selected: Day, at origin: Position, rows: Int) -> Month {
    let hasTitle = rows >= weeks + 2
    let hasWeekdays = rows >= 3
    let headRows = (hasTitle ? 1 : 0) + (hasWeekdays ? 1 : 0)
    let shownWeeks = max(1, min(weeks, rows - headRows))
    let column = first.weekday.placeInWeek
    func week(_ day: Day) -> Int { (day.number - first.number + column) / 7 }
    let isShown = selected >= first && selected <= first.lastOfMonth
    let firstWeek = max(0, min(isShown ? week(selected) - shownWeeks + 1 : 0, weeks - shownWeeks))
    let days = (0..<first.lastOfMonth.components.day).map { first.adding(days: $0) }
      .filter { (firstWeek..<(firstWeek + shownWeeks)).contains(week($0)) }
      .map { day in
        (day, origin.offset(columns: day.weekday.placeInWeek * dayWidth, rows: headRows + week(day) - firstWeek))
      }
    return Month(
      first: first, title: hasTitle ? origin.offset(columns: 1) : nil,
      weekdays: hasWeekdays ? origin.offset(rows: hasTitle ? 1 : 0) : nil, days: days)
  }
}
