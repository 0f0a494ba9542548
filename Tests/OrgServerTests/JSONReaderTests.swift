import Testing

@testable import OrgServer

struct JSONReaderTests {
  private func read(_ text: String) throws(JSONError) -> JSON { try JSON(utf8: Array(text.utf8)) }

  @Test(
    "Valid JSON is read, with its keys in their order",
    arguments: [
      ("null", JSON.null), ("\u{FEFF} true ", true), ("-0", 0), ("12", 12), ("-1.5e2", .number(-150)),
      ("9223372036854775807", .integer(.max)), ("9223372036854775808", .number(9.223372036854775808e18)),
      (#""a\"\\\/\b\f\n\r\té\u00e9\ud83d\ude00""#, .string("a\"\\/\u{8}\u{c}\n\r\téé😀")),
      (#""\ud83dx""#, "\u{FFFD}x"), ("[]", []), ("{}", [:]), ("[1,[2]]", [1, [2]]),
      (#"{"b":1, "a" : {"c":[]}}"#, ["b": 1, "a": ["c": []]]),
    ] as [(String, JSON)])
  func valid(text: String, value: JSON) throws {
    let read = try read(text)
    #expect(read == value)
    #expect(read.members?.map(\.key) == value.members?.map(\.key))
  }

  @Test(
    "A mistake is told in the words of Salesforce's parser, with the place after it",
    arguments: [
      ("{x", "Unexpected character ('x' (code 120)): was expecting double-quote to start field name", 1, 3),
      (
        "{\"a\":1,\n }", "Unexpected character ('}' (code 125)): was expecting double-quote to start field name", 2, 3
      ),
      (
        #"{"a" 1}"#, "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value", 1,
        7
      ),
      ("[1 2]", "Unexpected character ('2' (code 50)): was expecting comma to separate ARRAY entries", 1, 5),
      ("{", "Unexpected end-of-input: expected close marker for OBJECT (from [line:1, column:1])", 1, 2),
      (#"{"a":["#, "Unexpected end-of-input: expected close marker for ARRAY (from [line:1, column:6])", 1, 7),
      (#"{"a":"#, "Unexpected end-of-input within/between OBJECT entries", 1, 6),
      (#""abc"#, "Unexpected end-of-input: was expecting closing quote for a string value", 1, 5),
      ("nul", "Unrecognized token 'nul': was expecting ('true', 'false' or 'null')", 1, 4),
      ("012", "Invalid numeric value: Leading zeroes not allowed", 1, 4),
      ("1e999", "Numeric value (1e999) out of range of double", 1, 6),
      ("[1] x", "Unexpected character ('x' (code 120)): expected end of input", 1, 6),
      ("   ", "No content to map to Object due to end of input", 1, 4),
      (#""\x""#, "Unrecognized character escape 'x' (code 120)", 1, 4),
      (#""\u12G4""#, "Unexpected character ('G' (code 71)): expected a hex-digit for character escape sequence", 1, 7),
      (
        "'a'",
        "Unexpected character (''' (code 39)): expected a valid value (number, String, array, object, 'true', 'false' "
          + "or 'null')", 1, 2
      ),
    ])
  func mistakes(text: String, message: String, line: Int, column: Int) {
    let error = #expect(throws: JSONError.self) { () throws in _ = try read(text) }
    #expect(error?.message == message)
    #expect(error?.position == JSON.Position(line: line, column: column))
  }

  @Test(
    "Text that is not UTF-8 is refused",
    arguments: [[0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0xC3, 0x28]] as [[UInt8]])
  func notUTF8(bytes: [UInt8]) {
    #expect(throws: JSONError.self) { () throws in _ = try JSON(utf8: bytes) }
  }

  @Test("Nesting ends where the stack would be in danger")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try read(nested(JSONReader.maximumDepth))
    #expect(throws: JSONError.self) { () throws in _ = try read(nested(JSONReader.maximumDepth + 1)) }
    #expect(throws: JSONError.self) { () throws in _ = try read(String(repeating: "[", count: 1_000_000)) }
  }

  @Test("Of a key that is given twice, the last one counts, and each value knows its place")
  func members() throws {
    let json = try read("{\"a\": 1,\n  \"a\": \"x\"}")
    #expect(json["a"] == "x")
    #expect(json.members?.map(\.position) == [.init(line: 1, column: 7), .init(line: 2, column: 8)])
  }
}
