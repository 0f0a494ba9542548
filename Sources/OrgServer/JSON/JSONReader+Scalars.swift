extension JSONReader {
  /// A whole number where it is one and fits, else a double.
  mutating func number() throws(JSONError) -> JSON {
    let start = index
    skip(UInt8(ascii: "-"))
    let whole = digits()
    guard let first = whole.first else {
      throw unexpected("expected digit (0-9) to follow minus sign, for valid numeric value")
    }
    guard whole.count == 1 || first != UInt8(ascii: "0") else {
      throw error("Invalid numeric value: Leading zeroes not allowed")
    }
    var isWhole = true
    if skip(UInt8(ascii: ".")) {
      isWhole = false
      guard !digits().isEmpty else { throw unexpected("Decimal point not followed by a digit") }
    }
    if skip(UInt8(ascii: "e"), UInt8(ascii: "E")) {
      isWhole = false
      skip(UInt8(ascii: "+"), UInt8(ascii: "-"))
      guard !digits().isEmpty else { throw unexpected("Exponent indicator not followed by a digit") }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isWhole, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else {
      throw error("Numeric value (\(text.prefix(40))) out of range of double")
    }
    return .number(number)
  }

  private static let words: [String: JSON] = ["true": .bool(true), "false": .bool(false), "null": .null]

  mutating func word() throws(JSONError) -> JSON {
    let letters = bytes[index...]
      .prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) || Self.isDigit($0) }
    let text = String(decoding: letters, as: UTF8.self)
    index = letters.endIndex
    guard let value = Self.words[text] else {
      throw error("Unrecognized token '\(text.prefix(40))': was expecting ('true', 'false' or 'null')")
    }
    return value
  }

  @discardableResult
  private mutating func skip(_ candidates: UInt8...) -> Bool {
    guard let byte = peek, candidates.contains(byte) else { return false }
    index += 1
    return true
  }

  private mutating func digits() -> ArraySlice<UInt8> {
    let digits = bytes[index...].prefix(while: Self.isDigit)
    index = digits.endIndex
    return digits
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
