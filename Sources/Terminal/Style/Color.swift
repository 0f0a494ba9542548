/// A colour: 24 bits of red, green and blue, or the terminal's own default.
///
/// What a terminal makes of it (nearest of 256, 16, 8, or nothing) is the driver's business.
package struct Color: Hashable, Sendable {
  /// `0xRRGGBB`, or `defaultCode`.
  private let code: UInt32

  private static let defaultCode: UInt32 = 0xFF00_0000

  private init(code: UInt32) {
    self.code = code
  }

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.init(code: UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue))
  }

  /// The foreground or background that the terminal uses by itself.
  package static let terminalDefault = Color(code: defaultCode)

  package var isTerminalDefault: Bool { code == Color.defaultCode }

  package var red: UInt8 { UInt8(truncatingIfNeeded: code >> 16) }
  package var green: UInt8 { UInt8(truncatingIfNeeded: code >> 8) }
  package var blue: UInt8 { UInt8(truncatingIfNeeded: code) }
}

extension Color {
  /// Reads `#rrggbb` (either case) or `default`; nil for anything else.
  package init?(_ text: String) {
    if text == "default" {
      self = .terminalDefault
      return
    }
    let digits = text.utf8.dropFirst()
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6, digits.first != UInt8(ascii: "+"),
      digits.first != UInt8(ascii: "-"), let code = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    self.init(code: code)
  }
}

extension Color: CustomStringConvertible {
  /// As `init(_:)` reads it.
  package var description: String {
    if isTerminalDefault { return "default" }
    let digits = String(code, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
