import Localization

/// Days as people type them: `today`, `fri`, `next mon`, `+3d`, `2w`, `in 3 days`, `dec 1`, `1/12`, `2026-12-01`, `eom`.
package struct DayExpression: Sendable {
  package let today: Day

  package init(today: Day) {
    self.today = today
  }

  /// What a text means as a day.
  package enum Reading: Equatable, Sendable {
    case day(Day)
    /// It has the form of a date, but there is no such day.
    case impossible(String)
    case none
  }

  /// The longest expression has this many words (`in 3 days`, `1 dec 2027`).
  package static let maximumWords = 3

  /// Reads the words, English or of the user's language, as one expression.
  package func read(_ words: [String]) -> Reading {
    let english = words.map(DayExpression.english)
    let reading: Reading =
      switch words.count {
      case 1: readOne(english[0])
      case 2: readTwo(english[0], english[1])
      case 3: readThree(english)
      default: .none
      }
    // What is wrong is told as it was typed.
    if case .impossible = reading { return .impossible(words.joined(separator: " ").lowercased()) }
    return reading
  }

  private static func english(_ word: String) -> String {
    Localization.current.language.english(for: word.lowercased())
  }

  /// Reads a whole field, such as the due date of the form.
  package func read(_ text: String) -> Reading {
    read(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Whether the words mean a day wherever they stand in a sentence, and not only at its ends.
  ///
  /// `Sun`, `may 5` or `2w` can be part of a name; `tomorrow` hardly.
  package static func isUnmistakable(_ words: [String]) -> Bool {
    let first = english(words[0])
    return switch words.count {
    case 1: ["today", "tomorrow"].contains(first) || first.hasPrefix("+") || Day(iso: first) != nil
    case 2: first == "next"
    default: first == "in"
    }
  }

  private func readOne(_ word: String) -> Reading {
    switch word {
    case "today", "tod": return .day(today)
    case "tomorrow", "tom": return .day(today.adding(days: 1))
    case "yesterday": return .day(today.adding(days: -1))
    case "eow": return .day(today.weekday == .sunday ? today : today.next(.sunday))
    case "eom": return .day(today.lastOfMonth)
    default: break
    }
    if let weekday = Weekday(typed: word) { return .day(today.next(weekday)) }
    if let day = offset(word) { return .day(day) }
    return numericDate(word)
  }

  private func readTwo(_ first: String, _ second: String) -> Reading {
    if first == "next" {
      let nextMonday = today.next(.monday)
      switch second {
      case "week": return .day(nextMonday)
      case "month": return .day(today.lastOfMonth.adding(days: 1))
      default: return Weekday(typed: second).map { .day(nextMonday.adding(days: $0.rawValue)) } ?? .none
      }
    }
    return monthAndDay([first, second], year: nil)
  }

  private func readThree(_ words: [String]) -> Reading {
    if words[0] == "in" {
      guard let count = ["a", "an", "one"].contains(words[1]) ? 1 : Int(words[1]), (0...9_999).contains(count) else {
        return .none
      }
      switch words[2] {
      case "day", "days": return .day(today.adding(days: count))
      case "week", "weeks": return .day(today.adding(days: 7 * count))
      case "month", "months": return .day(today.adding(months: count))
      default: return .none
      }
    }
    guard let year = Int(words[2]), (1_000...9_999).contains(year) else { return .none }
    return monthAndDay(Array(words.prefix(2)), year: year)
  }

  /// `+3d`, `2w`, `1m`.
  private func offset(_ word: String) -> Day? {
    guard let unit = word.last, "dwm".contains(unit) else { return nil }
    let digits = word.dropLast().drop { $0 == "+" }
    guard let count = Int(digits), (0...9_999).contains(count), word.count - digits.count <= 2 else { return nil }
    return switch unit {
    case "d": today.adding(days: count)
    case "w": today.adding(days: 7 * count)
    default: today.adding(months: count)
    }
  }

  /// `2026-12-01`, `1/12`, `1/12/2027`.
  private func numericDate(_ word: String) -> Reading {
    let separator: Character = word.contains("/") ? "/" : "-"
    let parts = word.split(separator: separator, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers.allSatisfy({ $0 >= 0 }) else { return .none }
    if separator == "-" {
      guard parts.count == 3, parts[0].count == 4 else { return .none }
      return reading(year: numbers[0], month: numbers[1], day: numbers[2], word)
    }
    guard (2...3).contains(parts.count) else { return .none }
    // `1/12` is the first of December, but in January where the month comes first.
    let (day, month) =
      Localization.current.region.order == .dayFirst ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
    if parts.count == 3 { return reading(year: numbers[2], month: month, day: day, word) }
    return coming(month: month, day: day, word)
  }

  private func monthAndDay(_ words: [String], year: Int?) -> Reading {
    let text = words.joined(separator: " ")
    let pairs = [(words[0], words[1]), (words[1], words[0])]
    for (monthWord, dayWord) in pairs {
      guard let month = DayExpression.month(monthWord), let day = Int(dayWord) else { continue }
      if let year { return reading(year: year, month: month, day: day, text) }
      return coming(month: month, day: day, text)
    }
    return .none
  }

  /// The next time that day comes, today included.
  private func coming(month: Int, day: Int, _ text: String) -> Reading {
    let year = today.components.year
    // 29 February may be some years away.
    for candidate in year...(year + 8) {
      if let found = Day(year: candidate, month: month, day: day), found >= today { return .day(found) }
    }
    return .impossible(text)
  }

  private func reading(year: Int, month: Int, day: Int, _ text: String) -> Reading {
    Day(year: year, month: month, day: day).map { .day($0) } ?? .impossible(text)
  }

  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    return Language.english.calendar.months.firstIndex { $0.lowercased().hasPrefix(word) }.map { $0 + 1 }
  }
}

extension Weekday {
  /// A weekday by its name or at least three letters of it.
  init?(typed word: String) {
    let names = Language.english.calendar.weekdays
    guard word.count >= 3, let index = names.firstIndex(where: { $0.lowercased().hasPrefix(word) }) else { return nil }
    self.init(rawValue: index)
  }
}
