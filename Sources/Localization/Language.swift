/// A language of the interface: a form for each English text of the code, and the words for days.
///
/// A class, since it is one large value that is never changed and passed on with every text.
package final class Language: Sendable {
  /// What a language has for an English text.
  package enum Form: Hashable, Sendable {
    case text(String)
    /// By the number of things it is about.
    case plural([PluralForm: String])
  }

  /// Its own names of the days of the week, Monday first, and of the months.
  package struct CalendarNames: Hashable, Sendable {
    package let weekdays: [String]
    package let shortWeekdays: [String]
    package let months: [String]
    package let shortMonths: [String]

    package init(weekdays: [String], shortWeekdays: [String], months: [String], shortMonths: [String]) {
      self.weekdays = weekdays
      self.shortWeekdays = shortWeekdays
      self.months = months
      self.shortMonths = shortMonths
    }
  }

  /// ISO 639, as locales begin with it: `nl`.
  package let code: String
  /// In the language itself: `Nederlands`.
  package let name: String
  package let calendar: CalendarNames
  let texts: [String: Form]
  private let plural: PluralRule
  /// English words by those that mean the same where one types: `morgen` is `tomorrow`.
  private let typedWords: [String: String]

  package init(
    code: String, name: String, calendar: CalendarNames, texts: [String: Form], plural: PluralRule,
    typedWords: [String: String]
  ) {
    self.code = code
    self.name = name
    self.calendar = calendar
    self.texts = texts
    self.plural = plural
    self.typedWords = typedWords
  }

  /// The language of the code, which needs no table.
  package static let english = Language(
    code: "en", name: "English",
    calendar: CalendarNames(
      weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
      shortWeekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
      months: [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
      ],
      shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]),
    texts: [:], plural: .oneOrOther, typedWords: [:])

  /// The key under which a table has an English text.
  package static func key(_ english: String, _ sense: StaticString?) -> String {
    sense.map { "\(english)|\($0)" } ?? english
  }

  /// `nil` where the table has none: then the English text stands.
  func form(of key: String, _ sense: StaticString?) -> String? {
    guard !texts.isEmpty, case .text(let form) = texts[Language.key(key, sense)] else { return nil }
    return form
  }

  func form(of key: String, for count: Int) -> String? {
    guard !texts.isEmpty, case .plural(let forms) = texts[key] else { return nil }
    return forms[plural.form(of: count)] ?? forms[.other]
  }

  /// The English for a word that the user typed, or the word as it is: English is always understood.
  package func english(for word: String) -> String { typedWords[word] ?? word }
}
