package import Localization
import TOML

/// A language file: the texts of the interface in one language, by the English ones.
///
/// ```toml
/// name = "Nederlands"
/// plural = "one"
///
/// [calendar]
/// weekdays = ["maandag", "dinsdag", …]
///
/// [typed]
/// tomorrow = ["morgen"]
///
/// [texts]
/// "Deleted “{}”" = "“{}” verwijderd"
/// "{} tasks" = { one = "{} taak", other = "{} taken" }
/// ```
package enum LanguageFile {
  /// Why a language file cannot be used.
  package struct Mistake: Error, CustomStringConvertible {
    /// One line, with the file and what to do.
    package let description: String

    fileprivate init(_ place: String, _ problem: String) { description = "\(place): \(problem)" }
  }

  /// Reads a language.
  ///
  /// What it has no text for stays English; a text that nothing asks for is left alone, so that a file of an older or a
  /// newer version works.
  ///
  /// - Parameters:
  ///   - code: The name of the file, without `.toml`.
  ///   - path: For what is said of mistakes.
  package static func language(_ code: String, _ text: String, path: String) throws(Mistake) -> Language {
    let table: TOMLTable
    do {
      table = try TOMLDocument(text).table
    } catch {
      throw Mistake("\(path):\(error.place.line)", localized("This is not TOML: \(error.reason)."))
    }
    guard let name = table["name"]?.string else {
      throw Mistake(path, localized("A language needs “name”: add it at the top, in the language itself."))
    }
    let ruleName = table["plural"]?.string ?? PluralRule.oneOrOther.rawValue
    guard let rule = PluralRule(rawValue: ruleName) else {
      let rules = PluralRule.allCases.map(\.rawValue).joined(separator: ", ")
      throw Mistake(path, localized("“\(ruleName)” is no rule for “plural”: write one of \(rules)."))
    }
    func names(_ key: String, _ count: Int) throws(Mistake) -> [String] {
      let list = table["calendar"]?.table?[key]?.array?.compactMap(\.string) ?? []
      guard list.count == count else {
        throw Mistake(path, localized("“\(key)” in [calendar] must be a list of \(count) names."))
      }
      return list
    }
    let calendar = Language.CalendarNames(
      weekdays: try names("weekdays", 7), shortWeekdays: try names("weekdays_short", 7),
      months: try names("months", 12), shortMonths: try names("months_short", 12))
    return Language(
      code: code, name: name, calendar: calendar, texts: forms(table["texts"]?.table), plural: rule,
      typedWords: typedWords(table["typed"]?.table, calendar))
  }

  private static func forms(_ table: TOMLTable?) -> [String: Language.Form] {
    var forms: [String: Language.Form] = [:]
    guard let table else { return forms }
    forms.reserveCapacity(table.entries.count)
    for entry in table.entries {
      if let text = entry.value.string {
        forms[entry.key] = .text(text)
      } else if let plurals = entry.value.table {
        var texts: [PluralForm: String] = [:]
        for form in PluralForm.allCases { texts[form] = plurals[form.rawValue]?.string }
        forms[entry.key] = .plural(texts)
      }
    }
    return forms
  }

  /// What is typed for English words; the full names of days and months without being told.
  private static func typedWords(_ table: TOMLTable?, _ calendar: Language.CalendarNames) -> [String: String] {
    var words: [String: String] = [:]
    let english = Language.english.calendar
    for (own, name) in zip(calendar.weekdays + calendar.months, english.weekdays + english.months) {
      words[own.lowercased()] = name.lowercased()
    }
    guard let table else { return words }
    for entry in table.entries {
      for own in entry.value.array?.compactMap(\.string) ?? [] { words[own.lowercased()] = entry.key }
    }
    return words
  }
}
