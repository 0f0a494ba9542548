import Testing

@testable import Interface
@testable import Localization

@Suite("Language files")
struct LanguageFileTests {
  private static let calendar = """
    [calendar]
    weekdays = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]
    weekdays_short = ["m", "d", "m", "d", "f", "s", "s"]
    months = ["Jän", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"]
    months_short = ["j", "f", "m", "a", "m", "j", "j", "a", "s", "o", "n", "d"]

    """

  private func read(_ text: String) throws -> Language { try LanguageFile.language("xx", text, path: "xx.toml") }

  @Test("A file is read; the names of days and months are typed words without being told")
  func reading() throws {
    let language = try read(
      """
      name = "Probe"
      \(Self.calendar)
      [typed]
      tomorrow = ["Morgen", "morge"]
      [texts]
      "Open|verb" = "Öffnen"
      "{} tasks" = { one = "{} Aufgabe", other = "{} Aufgaben" }
      "a number" = 3
      """)
    #expect(language.code == "xx" && language.name == "Probe")
    #expect(language.calendar.shortMonths[11] == "d")
    #expect(
      ["morgen", "morge", "jän", "so", "tomorrow"].map { language.english(for: $0) } == [
        "tomorrow", "tomorrow", "january", "sunday", "tomorrow",
      ])
    #expect(language.texts["Open|verb"] == .text("Öffnen"))
    #expect(language.texts["{} tasks"] == .plural([.one: "{} Aufgabe", .other: "{} Aufgaben"]))
    #expect(language.texts["a number"] == nil)
  }

  @Test("A file without texts is a language all the same: what it does not have is English")
  func bare() throws {
    let language = try read("name = \"Probe\"\nplural = \"zero-one\"\n\(Self.calendar)")
    #expect(language.texts.isEmpty)
  }

  @Test(
    "A mistake is told in one line, with the file and what to do",
    arguments: [
      ("name = ", "xx.toml:1: This is not TOML: "), ("plural = \"one\"", "xx.toml: A language needs “name”: "),
      ("name = 3", "xx.toml: A language needs “name”: "),
      ("name = \"x\"\nplural = \"two\"", "xx.toml: “two” is no rule for “plural”: write one of other, one, zero-one,"),
      ("name = \"x\"", "xx.toml: “weekdays” in [calendar] must be a list of 7 names."),
      (
        "name = \"x\"\n" + calendar.replacing("\"j\", \"f\"", with: "\"j\""),
        "xx.toml: “months_short” in [calendar] must be a list of 12 names."
      ),
    ])
  func mistakes(text: String, words: String) throws {
    let mistake = try #require(throws: LanguageFile.Mistake.self) { try read(text) }
    #expect(mistake.description.hasPrefix(words), "\(mistake)")
    #expect(!mistake.description.contains("\n"))
  }
}
