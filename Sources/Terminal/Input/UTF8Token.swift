/// Characters as they are typed, in UTF-8 (RFC 3629).
enum UTF8Token {
  /// - Parameter bytes: The first is neither a control byte nor an escape. Invalid bytes are ignored one by one.
  static func token(_ bytes: [UInt8]) -> InputToken {
    guard let length = length(first: bytes[0]) else { return .ignored(length: 1) }
    let sequence = bytes.prefix(length)
    guard sequence.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return .ignored(length: 1) }
    guard sequence.count == length else { return .incomplete }
    guard let text = String(validating: sequence, as: UTF8.self), let scalar = text.unicodeScalars.first else {
      return .ignored(length: 1)
    }
    return isTypeable(scalar)
      ? .event(.key(KeyPress(.character(Character(scalar)))), length: length) : .ignored(length: length)
  }

  /// Marks and joiners come one scalar a key and belong to the character before, so they are let through; controls not.
  private static func isTypeable(_ scalar: Unicode.Scalar) -> Bool {
    switch SafeScalars.verdict(scalar) {
    case .keep, .keepInsideCluster: true
    case .space, .remove: false
    }
  }

  private static func length(first byte: UInt8) -> Int? {
    switch byte {
    case 0x00...0x7F: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }
}
