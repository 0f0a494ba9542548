/// The keys that arrive as one control byte.
enum ControlKey {
  /// - Parameter byte: Below 0x20, or 0x7F.
  ///
  /// Enter and backspace are taken in both forms that terminals send; the price is that ctrl-j and ctrl-h are them.
  static func keyPress(_ byte: UInt8) -> KeyPress {
    switch byte {
    case 0x00: KeyPress(.character(" "), .ctrl)
    case 0x08, InputByte.delete: KeyPress(.backspace)
    case 0x09: KeyPress(.tab)
    case 0x0A, 0x0D: KeyPress(.enter)
    case InputByte.escape: KeyPress(.escape)
    case 0x01...0x1A: KeyPress(.character(Character(Unicode.Scalar(byte + 0x60))), .ctrl)
    default: KeyPress(.character(Character(Unicode.Scalar(byte + 0x40))), .ctrl)
    }
  }
}
