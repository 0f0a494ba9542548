import Localization
import Testing

@testable import TOML

@Suite("TOML")
struct TOMLTests {
  /// A table as one line, its keys in their order; `.` stands for a value that is no text.
  private func outline(_ value: TOMLValue) -> String {
    switch value {
    case .string(let text): "“\(text)”"
    case .table(let table): outline(table)
    case .array, .tables: "[" + (value.array ?? []).map(outline).joined(separator: " ") + "]"
    case .other: "."
    }
  }

  private func outline(_ table: TOMLTable) -> String {
    "{" + table.entries.map { "\($0.key)=\(outline($0.value))" }.joined(separator: " ") + "}"
  }

  @Test(
    "Tables, keys and values are read in their order",
    arguments: [
      ("", "{}"), ("\u{FEFF}a = 'b' # c\r\n\n\td = 1", "{a=“b” d=.}"),
      ("a.\"b c\" . 'd' = 'x'\na.e = 'y'", "{a={b c={d=“x”} e=“y”}}"),
      ("[a.b]\nx = 1\n[a]\ny = 2\n[a.c]", "{a={b={x=.} y=. c={}}}"),
      ("[[a]]\nx = 1\n[a.b]\ny = 2\n[[a]]", "{a=[{x=. b={y=.}} {}]}"),
      ("[a]\nb.c = 1\n[a.b.d]", "{a={b={c=. d={}}}}"),
      ("a = [ 'x', # one\n [], {b.c = 'y', b.d = 1},\n]", "{a=[“x” [] {b={c=“y” d=.}}]}"),
      ("a = {}\nb = []\n\"\" = 'x'", "{a={} b=[] =“x”}"),
    ])
  func reading(text: String, outline: String) throws {
    #expect(self.outline(try TOMLDocument(text).table) == outline)
  }

  @Test(
    "Texts are what they say",
    arguments: [
      (#"'C:\new "x"'"#, #"C:\new "x""#), (#""\b\t\n\f\r\"\\\u00e9\U0001F600""#, "\u{8}\t\n\u{C}\r\"\\é😀"),
      ("\"\"\"\none\n\n  two\\  \n\n   three\"\"\"\"\"", "one\n\n  twothree\"\""),
      ("'''\r\na\\\r\nb''c'''", "a\\\nb''c"),
      ("\"\"\"\"\"\"", ""), ("''", ""),
    ])
  func texts(written: String, meant: String) throws {
    #expect(try TOMLDocument("a = " + written).table["a"]?.string == meant)
  }

  @Test(
    "What is no text is well-formed, and left alone",
    arguments: [
      "true", "+inf", "-nan", "0", "-0", "+1_000", "0xdead_BEEF", "0o17", "0b1_0", "1.5", "-0.1e-9", "1e5",
      "07:32:00.5",
      "1979-05-27", "1979-05-27T07:32:00Z", "1979-05-27 07:32:00-07:00", "1979-05-27t07:32:00",
    ])
  func others(written: String) throws {
    guard case .other = try TOMLDocument("a = \(written)").table["a"] else { throw Missing() }
  }

  private struct Missing: Error {}

  @Test(
    "What is not TOML is refused, with its place and what is wrong",
    arguments: [
      ("[{x]", 1, 2, "“{” cannot stand here"), ("\n[[", 2, 3, "the line ends too early"),
      ("a = [}", 1, 6, "“}” cannot stand here"), ("é. = 1", 1, 1, "“é” cannot stand here"),
      ("a = 1979-05-27 1\n", 1, 5, "“1979-05-27 1” is no value: a text stands in quotes"),
      ("a = yes", 1, 5, "“yes” is no value: a text stands in quotes"),
      ("a = 1_", 1, 5, "“1_” is no value: a text stands in quotes"),
      ("a = \(String(repeating: "1", count: 200))", 1, 5, "“\(String(repeating: "1", count: 40))” is no value"),
      ("a = 'x", 1, 5, "the quote is not closed"), ("a = \"\"\"x\n\"\"", 1, 5, "the quote is not closed"),
      ("a = \"x\u{0}\"", 1, 7, "the control character 0 cannot stand here"),
      ("a = 'x\ry'", 1, 7, "the control character 13 cannot stand here"),
      ("# \u{1B}", 1, 3, "the control character 27 cannot stand here"),
      ("a = [\u{2028}]", 1, 6, "“\u{2028}” cannot stand here"),
      ("a = \"é\\d\"", 1, 7, "“\\d” means nothing: a backslash is written \\\\"),
      ("a = \"\\ud800\"", 1, 6, "this is no character"), ("a = \"\\u12", 1, 6, "this is no character"),
      ("a = \"\\\r\n\"", 1, 7, "the line ends too early"), ("a = 1 b", 1, 7, "“b” cannot stand here"),
      ("a = {b = 1,}", 1, 12, "“}” cannot stand here"), ("a = {\n}", 1, 6, "the line ends too early"),
    ])
  func mistakes(text: String, line: Int, column: Int, reason: String) throws {
    let error = try #require(throws: TOMLError.self) { try TOMLDocument(text) }
    #expect(error.place == SourcePlace(line: line, column: column))
    #expect(error.reason.english.hasPrefix(reason))
  }

  @Test(
    "Nothing is set twice",
    arguments: [
      ("a = 1\na = 2", "a", 2, 1), ("[a]\nb = 1\n[a]", "a", 3, 1), ("[a]\nb.c = 1\n b.c = 2", "a.b.c", 3, 2),
      ("[a.b]\n[a]\nb = 1", "a.b", 3, 1), ("[a]\n[[a]]", "a", 2, 1), ("a = []\n[[a]]", "a", 2, 1),
      ("a = {b = 1}\n[a.c]", "a", 2, 1), ("a = {b = 1, b = 2}", "a.b", 1, 1), ("[a]\nb.c = 1\n[a.b]", "a.b", 3, 2),
      ("[a.b.c]\n[a]\nb.c.d = 1", "a.b.c", 3, 1), ("a = {}\na.b = 1", "a", 2, 1),
      ("\"a\\nb\" = 1\n'c' = 2\n\"a\\nb\" = 3", "a b", 3, 1),
    ])
  func duplicates(text: String, key: String, line: Int, first: Int) throws {
    let error = try #require(throws: TOMLError.self) { try TOMLDocument(text) }
    #expect(error.problem == .duplicate(key: key, firstLine: first) && error.place.line == line)
  }

  @Test(
    "However deeply it is nested, it is refused",
    arguments: [
      ("a = ", "["), ("a = ", "{a = "), ("[", "a."), ("", "a."), ("a = ", "[{a = "), ("a = [", "{a.a.a.a = ["),
    ])
  func depth(start: String, part: String) throws {
    let error = try #require(throws: TOMLError.self) {
      try TOMLDocument(start + String(repeating: part, count: 100_000))
    }
    #expect(error.reason.english == "this is nested too deeply")
  }
}
