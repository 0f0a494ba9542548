/// The forms that languages have for numbers of things, as the Unicode CLDR names them.
package enum PluralForm: String, Hashable, Sendable, CaseIterable {
  case one, few, many, other
}

/// Which form a language has for a number of things (Unicode CLDR, *Language Plural Rules*, for whole numbers).
package enum PluralRule: String, Hashable, Sendable, CaseIterable {
  /// Chinese, Japanese, Korean, Turkish in most uses: no difference.
  case other
  /// English, Dutch, German, Spanish, Italian, Swedish.
  case oneOrOther = "one"
  /// French, Brazilian Portuguese.
  case zeroAsOne = "zero-one"
  /// Czech, Slovak: 1; 2 to 4.
  case czech
  case polish
  /// Russian, Ukrainian, and likewise Croatian and Serbian but for their name of the last form.
  case russian

  func form(of count: Int) -> PluralForm {
    let last = count % 10
    let isTeen = (11...14).contains(count % 100)
    return switch self {
    case .other: .other
    case .oneOrOther: count == 1 ? .one : .other
    case .zeroAsOne: count == 0 || count == 1 ? .one : .other
    case .czech: count == 1 ? .one : (2...4).contains(count) ? .few : .other
    case .polish: count == 1 ? .one : (2...4).contains(last) && !isTeen ? .few : .many
    case .russian: last == 1 && !isTeen ? .one : (2...4).contains(last) && !isTeen ? .few : .many
    }
  }
}
