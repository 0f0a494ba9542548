/// Cuts a SOQL text into tokens.
struct Lexer {
  private let text: String
  private let bytes: [UInt8]
  private var index = 0

  private init(_ text: String, from offset: Int) {
    self.text = text
    bytes = Array(text.utf8)
    index = offset
  }

  /// The tokens from a place in the text on; the last one is the end.
  static func tokens(of text: String, from offset: Int = 0) throws(APIError) -> [Token] {
    var lexer = Lexer(text, from: offset)
    var tokens: [Token] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private mutating func next() throws(APIError) -> Token {
    while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
    let start = index
    guard start < bytes.count else { return Token(kind: .end, shown: "<EOF>", offset: start) }
    let byte = bytes[start]
    switch byte {
    case UInt8(ascii: "'"):
      let content = try string()
      return Token(kind: .string(content), shown: content.text, offset: start)
    case _ where Self.isWordStart(byte):
      let word = take(while: Self.isWordPart)
      return Token(kind: .word(word), shown: word, offset: start)
    case _ where isASCIIDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+"):
      let word = take { isASCIIDigit($0) || Self.isWordStart($0) || [0x2B, 0x2D, 0x2E, 0x3A].contains($0) }
      return Token(kind: try value(word, at: start), shown: word, offset: start)
    default:
      let sign = try sign()
      return Token(kind: .sign(sign), shown: sign, offset: start)
    }
  }

  private mutating func take(while predicate: (UInt8) -> Bool) -> String {
    let start = index
    while index < bytes.count, predicate(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func string() throws(APIError) -> QuotedString {
    index += 1
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "'"):
        defer { index += 1 }
        return QuotedString(raw: String(decoding: bytes[start..<index], as: UTF8.self))
      case UInt8(ascii: "\\"):
        try checkEscape()
        index += 2
      default:
        index += 1
      }
    }
    throw unterminated()
  }

  private func unterminated() -> APIError {
    SOQLError.lexical("mismatched character '<EOF>' expecting '''", in: text, at: bytes.count)
  }

  private func checkEscape() throws(APIError) {
    guard index + 1 < bytes.count else { throw unterminated() }
    let escaped = Unicode.Scalar(bytes[index + 1])
    guard QuotedString.escapes[escaped] == nil else { return }
    throw SOQLError.malformed(
      "Invalid string literal. Illegal character sequence '\\\(escaped)' in string literal.", in: text, at: index)
  }

  private func value(_ word: String, at start: Int) throws(APIError) -> Token.Kind {
    if let day = CalendarDay(word) { return .day(day) }
    if let time = Timestamp(word) { return .time(time) }
    if let number = Double(word), number.isFinite, !word.contains(where: \.isLetter) { return .number(number) }
    throw SOQLError.malformed("unexpected token: '\(word)'", in: text, at: start)
  }

  private mutating func sign() throws(APIError) -> String {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    for (first, second, sign) in Self.pairs where bytes[index] == first && next == second {
      index += 2
      return sign
    }
    guard let sign = Self.signs[bytes[index]] else {
      let single = String(decoding: bytes[index...].prefix(4), as: UTF8.self).first ?? " "
      throw SOQLError.lexical("no viable alternative at character '\(single)'", in: text, at: index)
    }
    index += 1
    return sign
  }

  private static let pairs = ["!=", "<>", "<=", ">="]
    .map { pair in
      let bytes = Array(pair.utf8)
      return (bytes[0], bytes[1], pair)
    }

  private static let signs = Dictionary(
    uniqueKeysWithValues: "(),=<>:@".utf8.map { ($0, String(decoding: [$0], as: UTF8.self)) })

  private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

  private static func isWordStart(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    isWordStart(byte) || isASCIIDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
  }
}
