import Testing

@testable import Localization

@Suite("Forms for numbers of things, by the tables of the Unicode CLDR")
struct PluralRuleTests {
  @Test(
    "Each rule has its forms",
    arguments: [
      (PluralRule.other, [0: .other, 1: .other, 2: .other]),
      (.oneOrOther, [0: .other, 1: .one, 2: .other, 21: .other]),
      (.zeroAsOne, [0: .one, 1: .one, 2: .other]),
      (.czech, [0: .other, 1: .one, 2: .few, 4: .few, 5: .other, 22: .other]),
      (.polish, [0: .many, 1: .one, 2: .few, 5: .many, 12: .many, 21: .many, 22: .few, 112: .many]),
      (.russian, [0: .many, 1: .one, 3: .few, 5: .many, 11: .many, 14: .many, 21: .one, 22: .few, 111: .many]),
    ] as [(PluralRule, [Int: PluralForm])])
  func forms(rule: PluralRule, forms: [Int: PluralForm]) {
    for (count, form) in forms { #expect(rule.form(of: count) == form, "\(count)") }
  }

  private func language(_ rule: PluralRule, _ forms: [PluralForm: String]) -> Language {
    Language(
      code: "xx", name: "X", calendar: Language.english.calendar, texts: ["{} tasks": .plural(forms)], plural: rule,
      typedWords: [:])
  }

  @Test("A form that a language leaves out is its last one, and English stands where it has none")
  func missing() {
    func text(_ count: Int) -> String { localized(count, one: "\(count) task", other: "\(count) tasks") }
    Localization.with(language(.polish, [.one: "{} zadanie", .other: "{} zadań"])) {
      #expect([1, 3, 5].map(text) == ["1 zadanie", "3 zadań", "5 zadań"])
    }
    Localization.with(language(.oneOrOther, [.one: "{} Aufgabe"])) {
      #expect([1, 2].map(text) == ["1 Aufgabe", "2 tasks"])
    }
    #expect([0, 1, 2].map(text) == ["0 tasks", "1 task", "2 tasks"])
  }
}
