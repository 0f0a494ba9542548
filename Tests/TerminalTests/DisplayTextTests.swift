import Testing

@testable import Terminal

@Suite("Text on screen")
struct DisplayTextTests {
  @Test(
    "What a terminal would obey, or a reader could not see, is gone",
    arguments: [
      ("plain", "plain"),
      ("a\tb\nc\r\nd\u{2028}e", "a b c d e"),
      ("\u{1B}[31mred\u{1B}[0m", "red"),
      ("\u{1B}]0;title\u{7}after", "after"),
      ("\u{1B}]8;;http://x\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"),
      ("\u{9B}2Jcleared", "cleared"),
      ("\u{1B}]never ends", "]never ends"),
      ("\u{1B}[", "["),
      ("\u{9D}\(String(repeating: "x", count: 1_000))\u{7}y", "y"),
      ("\u{9D}one in\u{9D}52;c;another\u{7}y", "one iny"),
      ("bell\u{7}, delete\u{7F}, c1\u{84}, nul\0", "bell, delete, c1, nul"),
      ("safe\u{202E}txt.exe\u{202C}", "safetxt.exe"),
      ("\u{2066}isolate\u{2069}\u{200F}", "isolate"),
      ("zero\u{200B}width\u{FEFF}\u{2060}", "zerowidth"),
      ("pay\u{200D}pal", "paypal"),
      ("soft\u{AD}hyphen", "softhyphen"),
      ("hidden\u{E0041}\u{E0042} tags", "hidden tags"),
      ("\u{301}accent on nothing", "accent on nothing"),
      ("e\u{301}", "e\u{301}"),
      ("می\u{200C}خواهم", "می\u{200C}خواهم"),
      ("z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}", "z\u{300}\u{301}\u{302}\u{303}"),
      ("👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"),
    ])
  func safety(raw: String, shown: String) {
    #expect(Array(DisplayText(raw).text.unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test("No scalar reaches the screen that a terminal takes as an order")
  func everyScalar() {
    let controls: Set<Unicode.GeneralCategory> = [.control, .lineSeparator, .paragraphSeparator]
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isBidiControl =
        [0x61C, 0x200E, 0x200F].contains(value) || (0x202A...0x202E).contains(value)
        || (0x2066...0x2069).contains(value)
      guard controls.contains(scalar.properties.generalCategory) || isBidiControl else { continue }
      let text = DisplayText("a\(Character(scalar))é\(Character(scalar))").text
      #expect(text == "aé" || text == "a é ", "U+\(String(value, radix: 16))")
    }
  }

  @Test(
    "Width is counted in columns, by grapheme cluster",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("ｆ", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
      ("😀", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🇩🇪", 2), ("🇩", 1), ("❤", 1), ("❤️", 2), ("1️⃣", 2), ("1", 1),
      ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("ก็", 1), ("क्षि", 3), ("…", 1), ("─", 1), ("\u{E0B0}", 1), ("a日b", 4),
    ])
  func width(text: String, columns: Int) {
    #expect(DisplayText(text).width == columns)
  }

  @Test(
    "A text that is too long is cut between clusters, with a mark",
    arguments: [
      ("hello", 5, "hello"), ("hello", 4, "hel…"), ("hello", 1, "…"), ("hello", 0, ""), ("hello", -1, ""),
      ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("日本語", 6, "日本語"), ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 3, "👨‍👩‍👧‍👦…"), ("e\u{301}e\u{301}", 1, "…"),
    ])
  func truncation(text: String, columns: Int, shown: String) {
    #expect(DisplayText(text).truncated(to: columns).text == shown)
    #expect(DisplayText(text).truncated(to: columns).width <= max(0, columns))
  }

  @Test("The end of a text fits as its start does")
  func suffix() {
    #expect(DisplayText("ab日本").suffix(3).text == "本")
    #expect(DisplayText("ab日本").suffix(5).text == "b日本")
  }

  @Test(
    "Lines break between words, and in a word only where it is longer than a line",
    arguments: [
      ("", 5, [""]),
      ("one two three", 7, ["one two", "three"]),
      ("one  two", 4, ["one", "two"]),
      ("abcdefgh", 3, ["abc", "def", "gh"]),
      ("a\n\nb", 5, ["a", "", "b"]),
      ("日本語", 3, ["日", "本", "語"]),
      ("日", 1, ["日"]),
      ("ab cd", 2, ["ab", "cd"]),
      ("trailing ", 8, ["trailing"]),
    ])
  func wrapping(text: String, columns: Int, lines: [String]) {
    #expect(DisplayText.wrapped(text, to: columns).map(\.text) == lines)
  }
}
