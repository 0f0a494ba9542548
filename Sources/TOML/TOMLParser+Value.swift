import Localization

extension TOMLParser {
  /// A value, and where it begins.
  mutating func value(depth: Int) throws(TOMLError) -> (TOMLValue, Int) {
    let start = position
    switch next {
    case "\"", "'":
      if areNext("\"\"\"") || areNext("'''") { return (.string(try lines()), start + 3) }
      return (.string(try line()), start + 1)
    case "[": return (.array(try array(depth: depth)), start)
    case "{": return (.table(try inlineTable(depth: depth)), start)
    default:
      try scalar()
      return (.other, start)
    }
  }

  private mutating func array(depth: Int) throws(TOMLError) -> [TOMLValue] {
    let depth = try deeper(depth)
    position += 1
    var values: [TOMLValue] = []
    while true {
      try skipLines()
      if take("]") { return values }
      values.append(try value(depth: depth).0)
      try skipLines()
      guard take(",") else {
        try expect("]")
        return values
      }
    }
  }

  /// Blanks, line ends and comments.
  private mutating func skipLines() throws(TOMLError) {
    skipBlanks()
    while isNext("#") || isLineEnd {
      try endOfLine()
      skipBlanks()
    }
  }

  private mutating func inlineTable(depth: Int) throws(TOMLError) -> TOMLTable {
    let table = TOMLTable(.inline, depth: try deeper(depth))
    position += 1
    skipBlanks()
    if take("}") { return table }
    repeat {
      try pair(in: table)
      skipBlanks()
    } while take(",")
    try expect("}")
    return table
  }

  // MARK: Texts

  /// A text in one line.
  mutating func line() throws(TOMLError) -> String {
    let quote = bytes[position]
    let start = position
    position += 1
    var letters: [UInt8] = []
    while true {
      let plain = position
      while let byte = next, byte != quote, !(byte == "\\"), !byte.isControl { position += 1 }
      letters += bytes[plain..<position]
      guard let byte = next, !isLineEnd else { break }
      if byte.isControl { throw unexpected() }
      position += 1
      if byte == quote { return String(decoding: letters, as: UTF8.self) }
      if quote == "\"" { try escape(into: &letters) } else { letters.append(byte) }
    }
    throw unclosed(start)
  }

  /// A text between three quotes.
  private mutating func lines() throws(TOMLError) -> String {
    let quote = Unicode.Scalar(bytes[position])
    let closing = String(repeating: Character(quote), count: 3)
    let start = position
    position += 3
    _ = takeLineEnd()
    var letters: [UInt8] = []
    while let byte = next {
      if areNext(closing) {
        position += 3
        // Up to two quotes may stand before the closing ones.
        for _ in 0..<2 where take(quote) { letters.append(UInt8(ascii: quote)) }
        return String(decoding: letters, as: UTF8.self)
      }
      if takeLineEnd() {
        letters.append(UInt8(ascii: "\n"))
      } else if byte.isControl {
        throw unexpected()
      } else {
        position += 1
        if byte == "\\" && quote == "\"" {
          if !skipLineEnds() { try escape(into: &letters) }
        } else {
          letters.append(byte)
        }
      }
    }
    throw unclosed(start)
  }

  /// What a backslash at the end of a line leaves out.
  private mutating func skipLineEnds() -> Bool {
    let start = position
    skipBlanks()
    guard takeLineEnd() else {
      position = start
      return false
    }
    repeat { skipBlanks() } while takeLineEnd()
    return true
  }

  private func areNext(_ quotes: String) -> Bool { bytes[position...].starts(with: quotes.utf8) }

  private func unclosed(_ start: Int) -> TOMLError { mistake("the quote is not closed", at: start) }

  private mutating func escape(into letters: inout [UInt8]) throws(TOMLError) {
    guard let byte = next, !byte.isControl else { throw unexpected() }
    let start = position - 1
    let sign = letter
    position += 1
    switch sign {
    case "b": letters.append(0x08)
    case "t": letters.append(0x09)
    case "n": letters.append(0x0A)
    case "f": letters.append(0x0C)
    case "r": letters.append(0x0D)
    case "\"", "\\": letters.append(contentsOf: sign.utf8)
    case "u", "U":
      let digits = bytes[position...].prefix(sign == "u" ? 4 : 8)
      guard digits.allSatisfy({ $0.isDigit || (0x41...0x46).contains($0 & 0xDF) }),
        let scalar = UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init),
        digits.count == (sign == "u" ? 4 : 8)
      else { throw mistake("this is no character: write \\u and four digits of its number", at: start) }
      letters.append(contentsOf: String(scalar).utf8)
      position += digits.count
    default: throw mistake("“\\\(sign)” means nothing: a backslash is written \\\\", at: start)
    }
  }

  // MARK: Others

  private mutating func scalar() throws(TOMLError) {
    let start = position
    func isPart(_ byte: UInt8) -> Bool {
      byte.isLetter || byte.isDigit || [0x2B, 0x2D, 0x2E, 0x3A, 0x5F].contains(byte)
    }
    func skip(_ parser: inout TOMLParser) { while let byte = parser.next, isPart(byte) { parser.position += 1 } }
    skip(&self)
    guard position > start else { throw unexpected() }
    // A time may stand behind its day and a blank.
    if position - start == 10, isNext(" "), position + 1 < bytes.endIndex, bytes[position + 1].isDigit,
      bytes[start + 4] == "-"
    {
      position += 1
      skip(&self)
    }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    guard Self.isScalar(word) else {
      throw mistake("“\(String(word.prefix(40)))” is no value: a text stands in quotes", at: start)
    }
  }

  /// Truth values and the numbers that are none, decimal numbers, others, days with and without a time, times.
  private nonisolated(unsafe) static let scalars: [Regex<Substring>] = [
    /true|false|[+\-]?(?:inf|nan)/,
    /[+\-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+\-]?\d(?:_?\d)*)?/,
    /0x[\da-fA-F](?:_?[\da-fA-F])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*/,
    #/
    \d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])
    (?:[Tt\x20](?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d+)?(?:[Zz]|[+\-](?:[01]\d|2[0-3]):[0-5]\d)?)?
    /#,
    /(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d+)?/,
  ]

  private static func isScalar(_ word: String) -> Bool {
    // A longer one would keep the expressions busy.
    word.utf8.count <= 100 && scalars.contains { (try? $0.wholeMatch(in: word)) != nil }
  }
}
