/// How days and numbers are written where the user is.
///
/// The facts are those of the Unicode CLDR. They stand here since the C library knows only the locales that were
/// generated on the machine, and over ssh the user's often is not one of them.
package struct Region: Hashable, Sendable {
  /// Which comes first of a day of the month and a month.
  package enum DayMonthOrder: Sendable {
    case dayFirst, monthFirst
  }

  package let order: DayMonthOrder
  package let firstWeekday: Weekday
  /// Between groups of three digits; ASCII.
  package let groupSeparator: String
  package let decimalSeparator: String

  /// Where nothing is said of a region.
  package static let international = Region(dates: LocaleName("C"), numbers: LocaleName("C"))

  /// That of a process, by `LC_TIME` and `LC_NUMERIC`.
  package init(_ environment: [String: String]) {
    self.init(dates: LocaleName("LC_TIME", in: environment), numbers: LocaleName("LC_NUMERIC", in: environment))
  }

  /// - Parameters:
  ///   - dates: The locale of `LC_TIME`.
  ///   - numbers: The locale of `LC_NUMERIC`.
  package init(dates: LocaleName, numbers: LocaleName) {
    order = ["US", "PH"].contains(dates.territory) ? .monthFirst : .dayFirst
    let territory = dates.territory ?? ""
    firstWeekday =
      Region.sundayFirst.contains(territory)
      ? .sunday : Region.saturdayFirst.contains(territory) ? .saturday : .monday
    switch (numbers.language, numbers.territory) {
    case ("de", "CH"), ("it", "CH"), ("de", "LI"): (groupSeparator, decimalSeparator) = ("'", ".")
    case ("es", "MX"), ("es", "US"): (groupSeparator, decimalSeparator) = (",", ".")
    case ("pt", "PT"), ("de", "AT"), ("en", "ZA"): (groupSeparator, decimalSeparator) = (" ", ",")
    case (let language, _) where Region.commaThenSpace.contains(language):
      (groupSeparator, decimalSeparator) = (" ", ",")
    case (let language, _) where Region.commaThenPoint.contains(language):
      (groupSeparator, decimalSeparator) = (".", ",")
    default: (groupSeparator, decimalSeparator) = (",", ".")
    }
  }

  private static let sundayFirst: Set = [
    "AG", "AS", "BD", "BR", "BS", "BT", "BW", "BZ", "CA", "CO", "DM", "DO", "ET", "GT", "GU", "HK", "HN", "ID", "IL",
    "IN", "JM", "JP", "KE", "KH", "KR", "LA", "MH", "MM", "MO", "MT", "MX", "MZ", "NI", "NP", "PA", "PE", "PH", "PK",
    "PR", "PT", "PY", "SA", "SG", "SV", "TH", "TT", "TW", "UM", "US", "VE", "VI", "WS", "YE", "ZA", "ZW",
  ]

  private static let saturdayFirst: Set = [
    "AE", "AF", "BH", "DJ", "DZ", "EG", "IQ", "IR", "JO", "KW", "LY", "OM", "QA", "SD", "SY",
  ]

  /// Decimal comma, and a point between groups.
  private static let commaThenPoint: Set = [
    "nl", "de", "es", "it", "pt", "da", "id", "tr", "el", "ro", "hr", "sl", "sr", "bs", "mk", "is", "gl", "ca", "eu",
    "vi", "az",
  ]

  /// Decimal comma, and a space between groups.
  private static let commaThenSpace: Set = [
    "fr", "sv", "nb", "nn", "no", "fi", "pl", "cs", "sk", "ru", "uk", "be", "bg", "hu", "et", "lv", "lt", "hy", "ka",
    "kk",
  ]
}
