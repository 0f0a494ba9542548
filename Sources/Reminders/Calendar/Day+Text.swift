/// Days as they are written for the user, in the order of the user's locale.
extension Day {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// `November`.
  package var monthName: String { Day.months[components.month - 1] }

  /// `24 Nov`.
  package func dayAndMonth(_ order: DayMonthOrder) -> String {
    Day.joined(components.day, String(monthName.prefix(3)), order)
  }

  /// `Tue 24 Nov`.
  package func short(_ order: DayMonthOrder) -> String {
    "\(weekday.shortName) \(dayAndMonth(order))"
  }

  /// `Tue 24 Nov`, with the year where it is not the one of `today`.
  package func short(_ order: DayMonthOrder, from today: Day) -> String {
    components.year == today.components.year ? short(order) : "\(short(order)) \(components.year)"
  }

  /// `Tuesday 24 November`.
  package func long(_ order: DayMonthOrder) -> String {
    "\(weekday.name) \(Day.joined(components.day, monthName, order))"
  }

  /// How far it is from another day: `today`, `tomorrow`, `in 3 days`, `2 days ago`.
  package func distance(from today: Day) -> String {
    switch number - today.number {
    case 0: "today"
    case 1: "tomorrow"
    case -1: "yesterday"
    case let days where days > 0: "in \(days.grouped) days"
    case let days: "\((-days).grouped) days ago"
    }
  }

  private static func joined(_ day: Int, _ month: String, _ order: DayMonthOrder) -> String {
    order == .dayFirst ? "\(day) \(month)" : "\(month) \(day)"
  }
}

extension Int {
  /// `10,000`.
  package var grouped: String {
    let digits = String(magnitude)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return self < 0 ? "-" + result : result
  }
}
