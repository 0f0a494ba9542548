/// The Id of a record: 15 case-sensitive characters and 3 that repeat their case pattern, so that 18 survive a system
/// that ignores case.
///
/// Source: Object Reference, "ID Field Type". Both forms are accepted; `text` is always the 18-character one.
package struct RecordID: Hashable, Sendable {
  /// The 18-character form.
  package let text: String

  /// Reads a 15- or an 18-character Id; `nil` when it is malformed.
  ///
  /// In the long form the suffix decides on the case of the letters, as Salesforce restores it.
  package init?(_ string: String) {
    let bytes = Array(string.utf8)
    switch bytes.count {
    case 15:
      guard bytes.allSatisfy(Self.isIDCharacter) else { return nil }
      text = string + Self.suffix(of: bytes)
    case 18:
      guard let body = Self.restoreCase(of: bytes.prefix(15), by: bytes.suffix(3)) else { return nil }
      text = String(decoding: body, as: UTF8.self) + Self.suffix(of: body)
    default:
      return nil
    }
  }

  /// The Id number `number` of the object with this key prefix.
  package init(prefix: String, number: Int) {
    var digits = [UInt8](repeating: UInt8(ascii: "0"), count: 12)
    var rest = number
    for position in digits.indices.reversed() where rest > 0 {
      digits[position] = Self.digits[rest % 62]
      rest /= 62
    }
    let body = Array(prefix.utf8.prefix(3)) + digits
    text = String(decoding: body, as: UTF8.self) + Self.suffix(of: body)
  }

  /// The first three characters, which tell the object.
  package var prefix: Substring { text.prefix(3) }

  /// The 15-character form.
  package var short: Substring { text.prefix(15) }

  private static let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
  private static let suffixCharacters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345".utf8)

  private static func isIDCharacter(_ byte: UInt8) -> Bool {
    isASCIIDigit(byte) || isUpper(byte) || isLower(byte)
  }

  private static func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
  private static func isLower(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }

  /// One character per five of the body; bit i is set where character i is an upper-case letter.
  private static func suffix(of body: [UInt8]) -> String {
    let characters = stride(from: 0, to: 15, by: 5)
      .map { start in
        let pattern = (0..<5).reduce(0) { isUpper(body[start + $1]) ? $0 | 1 << $1 : $0 }
        return suffixCharacters[pattern]
      }
    return String(decoding: characters, as: UTF8.self)
  }

  private static func restoreCase(of body: ArraySlice<UInt8>, by suffix: ArraySlice<UInt8>) -> [UInt8]? {
    var restored: [UInt8] = []
    let patterns = suffix.compactMap { suffixCharacters.firstIndex(of: isLower($0) ? $0 - 32 : $0) }
    guard patterns.count == 3 else { return nil }
    for (offset, byte) in body.enumerated() {
      let wantsUpper = patterns[offset / 5] & (1 << (offset % 5)) != 0
      switch byte {
      case _ where isASCIIDigit(byte) && !wantsUpper: restored.append(byte)
      case _ where isUpper(byte): restored.append(wantsUpper ? byte : byte + 32)
      case _ where isLower(byte): restored.append(wantsUpper ? byte - 32 : byte)
      default: return nil
      }
    }
    return restored
  }
}

extension RecordID: Comparable {
  /// The order of their characters' codes, which is the order of creation within an object.
  package static func < (left: RecordID, right: RecordID) -> Bool { left.text < right.text }
}

extension RecordID: CustomStringConvertible {
  package var description: String { text }
}
