/// A span of days that moves with the clock, such as `TODAY` or `LAST_N_DAYS:7`.
///
/// Source: SOQL and SOSL Reference, "Date Formats and Date Literals in WHERE".
enum DateLiteral: Equatable {
  case today
  case yesterday
  case tomorrow
  /// From the beginning of the day so many days ago up to now.
  case lastDays(Int)
  /// From the beginning of tomorrow for so many days.
  case nextDays(Int)

  init?(_ word: String) {
    let parts = word.uppercased().split(separator: ":", omittingEmptySubsequences: false)
    let count = parts.count == 2 ? Int(parts[1]) : nil
    switch (parts[0], count) {
    case ("TODAY", nil) where parts.count == 1: self = .today
    case ("YESTERDAY", nil) where parts.count == 1: self = .yesterday
    case ("TOMORROW", nil) where parts.count == 1: self = .tomorrow
    case ("LAST_N_DAYS", let count?) where (0...100_000).contains(count): self = .lastDays(count)
    case ("NEXT_N_DAYS", let count?) where (0...100_000).contains(count): self = .nextDays(count)
    default: return nil
    }
  }

  /// The days it means when it is `today`.
  func days(on today: CalendarDay) -> Range<CalendarDay> {
    switch self {
    case .today: today..<today.adding(days: 1)
    case .yesterday: today.adding(days: -1)..<today
    case .tomorrow: today.adding(days: 1)..<today.adding(days: 2)
    case .lastDays(let count): today.adding(days: -count)..<today.adding(days: 1)
    case .nextDays(let count): today.adding(days: 1)..<today.adding(days: count + 1)
    }
  }
}
