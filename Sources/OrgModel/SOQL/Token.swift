/// A word, value or sign of a SOQL text, and where it begins (in UTF-8 bytes).
struct Token: Equatable {
  enum Kind: Equatable {
    /// A name, a keyword, a path such as `Owner.Name`, or a date literal such as `LAST_N_DAYS:7`.
    case word(String)
    case string(QuotedString)
    case number(Double)
    case day(CalendarDay)
    case time(Timestamp)
    /// `( ) , : @` and the comparison operators.
    case sign(String)
    case end
  }

  let kind: Kind
  /// As an error message quotes it.
  let shown: String
  let offset: Int
  /// The word in upper case, for comparison with keywords.
  let keyword: String?

  init(kind: Kind, shown: String, offset: Int) {
    self.kind = kind
    self.shown = shown
    self.offset = offset
    keyword = if case .word(let word) = kind { word.uppercased() } else { nil }
  }
}
