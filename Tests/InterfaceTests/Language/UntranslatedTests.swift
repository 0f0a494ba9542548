import Foundation
import Terminal
import Testing

@testable import Interface
@testable import Localization
@testable import Reminders

@Suite("Texts that no language reaches")
struct UntranslatedTests {
  /// A language that says x for every letter: what can still be read is in no table.
  private static func masked() throws -> Language {
    let source = try SourceTexts()
    var texts = source.texts.keys.reduce(into: [:]) { $0[$1] = Language.Form.text(mask($1)) }
    for key in source.plurals.keys { texts[key] = .plural([.other: mask(key)]) }
    let names = [String](repeating: "xxxx", count: 12)
    return Language(
      code: "xx", name: "xxxx",
      calendar: Language.CalendarNames(
        weekdays: Array(names.prefix(7)), shortWeekdays: Array(names.prefix(7)), months: names, shortMonths: names),
      texts: texts, plural: .other, typedWords: [:])
  }

  /// Without the sense, which is not said.
  private static func mask(_ key: String) -> String {
    let text = key.split(separator: "|", omittingEmptySubsequences: false).first ?? ""
    return String(text.map { $0.isLetter ? "x" : $0 })
  }

  @Test("Only names, keys and what Salesforce says is in no table: its words are those of the snapshot")
  func words() throws {
    let language = try Self.masked()
    var words: Set<Substring> = []
    for sample in Sample.all {
      Localization.with(language) {
        for size in Sample.sizes {
          let picture = sample.state(size, .unicode).picture.text
          words.formUnion(picture.split { !$0.isLetter }.filter { $0.count > 2 && !$0.allSatisfy { $0 == "x" } })
        }
      }
    }
    let lines = words.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }.joined(separator: "\n")
    try Snapshot.expect(lines, named: "Languages/untranslated", shows: "Words of all samples that are in no table.")
  }
}
