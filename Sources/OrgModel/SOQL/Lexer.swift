/// Cuts a SOQL text into tokens.
struct Lexer {
  private let text: String
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  static func tokens(of text: String) throws(APIError) -> [Token] {
    var lexer = Lexer(text)
    var tokens: [Token] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private mutating func next() throws(APIError) -> Token {
    while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
    let start = index
    guard start < bytes.count else { return Token(kind: .end, offset: start) }
    let byte = bytes[start]
    switch byte {
    case UInt8(ascii: "'"):
      return Token(kind: .string(try string()), offset: start)
    case _ where Self.isWordStart(byte):
      return Token(kind: .word(take(while: Self.isWordPart)), offset: start)
    case _ where isASCIIDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+"):
      return Token(kind: try value(), offset: start)
    default:
      return Token(kind: .sign(try sign()), offset: start)
    }
  }

  private mutating func take(while predicate: (UInt8) -> Bool) -> String {
    let start = index
    while index < bytes.count, predicate(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// A string in single quotes with the escapes of SOQL (SOQL and SOSL Reference, "Quoted String Escape Sequences").
  private mutating func string() throws(APIError) -> String {
    let start = index
    var content: [UInt8] = []
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "'"):
        return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"):
        try content.append(contentsOf: escape(from: start))
      default:
        content.append(byte)
      }
    }
    throw SOQLError.malformed("unterminated string literal", in: text, at: start)
  }

  private mutating func escape(from start: Int) throws(APIError) -> [UInt8] {
    guard index < bytes.count else {
      throw SOQLError.malformed("unterminated string literal", in: text, at: start)
    }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "N"): return [0x0A]
    case UInt8(ascii: "r"), UInt8(ascii: "R"): return [0x0D]
    case UInt8(ascii: "t"), UInt8(ascii: "T"): return [0x09]
    case UInt8(ascii: "b"), UInt8(ascii: "B"): return [0x08]
    case UInt8(ascii: "f"), UInt8(ascii: "F"): return [0x0C]
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): return [byte]
    // In LIKE these stand for the characters themselves; the pattern needs the backslash to know.
    case UInt8(ascii: "_"), UInt8(ascii: "%"): return [UInt8(ascii: "\\"), byte]
    default:
      throw SOQLError.malformed(
        "Invalid string literal '\\\(Character(UnicodeScalar(byte)))'. Illegal character sequence in string literal.",
        in: text, at: start)
    }
  }

  private mutating func value() throws(APIError) -> Token.Kind {
    let start = index
    let word = take { isASCIIDigit($0) || Self.isWordStart($0) || [0x2B, 0x2D, 0x2E, 0x3A].contains($0) }
    if let day = CalendarDay(word) { return .day(day) }
    if let time = Timestamp(word) { return .time(time) }
    if let number = Double(word), number.isFinite, !word.contains(where: \.isLetter) { return .number(number) }
    throw SOQLError.malformed("unexpected token: '\(word)'", in: text, at: start)
  }

  private mutating func sign() throws(APIError) -> String {
    let pair = String(decoding: bytes[index...].prefix(2), as: UTF8.self)
    if ["!=", "<>", "<=", ">="].contains(pair) {
      index += 2
      return pair
    }
    let single = Character(UnicodeScalar(bytes[index]))
    guard "(),=<>".contains(single) else {
      throw SOQLError.malformed("line 1:\(index) no viable alternative at character '\(single)'", in: text, at: index)
    }
    index += 1
    return String(single)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

  private static func isWordStart(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    isWordStart(byte) || isASCIIDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
  }
}
