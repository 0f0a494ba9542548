extension JSONReader {
  mutating func string() throws(JSONError) -> String {
    index += 1
    var content: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: content, as: UTF8.self) else { throw error("Invalid UTF-8 in a string") }
        index += 1
        return string
      case UInt8(ascii: "\\"):
        index += 1
        try escape(into: &content)
      case 0..<0x20:
        index += 1
        throw error(
          "Illegal unquoted character ((CTRL-CHAR, code \(byte))): has to be escaped using backslash to be included in "
            + "string value")
      default:
        content.append(byte)
        index += 1
      }
    }
    throw error("Unexpected end-of-input: was expecting closing quote for a string value")
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    UInt8(ascii: "/"): UInt8(ascii: "/"),
    UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D,
    UInt8(ascii: "t"): 0x09,
  ]

  private mutating func escape(into content: inout [UInt8]) throws(JSONError) {
    guard let byte = peek else { throw error("Unexpected end-of-input in character escape sequence") }
    if let plain = Self.escapes[byte] {
      index += 1
      content.append(plain)
    } else if byte == UInt8(ascii: "u") {
      index += 1
      content.append(contentsOf: String(try escapedScalar()).utf8)
    } else {
      let character = shownCharacter()
      throw error("Unrecognized character escape \(character)")
    }
  }

  /// What `\uXXXX` stands for; half of a surrogate pair stands for the replacement character.
  private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
    let unit = try hexDigits()
    if UTF16.isLeadSurrogate(unit), bytes[index...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
      let mark = index
      index += 2
      let trail = try hexDigits()
      if UTF16.isTrailSurrogate(trail) {
        let value = 0x1_0000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(trail) - 0xDC00)
        return Unicode.Scalar(value) ?? "\u{FFFD}"
      }
      index = mark
    }
    return Unicode.Scalar(unit) ?? "\u{FFFD}"
  }

  private mutating func hexDigits() throws(JSONError) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw unexpected("expected a hex-digit for character escape sequence")
      }
      value = value << 4 | UInt16(digit)
      index += 1
    }
    return value
  }
}
