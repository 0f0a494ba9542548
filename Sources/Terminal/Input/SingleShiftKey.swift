/// The keys that arrive as `ESC O` and a byte: application mode of VT100 and xterm, with the keypad, and of rxvt.
enum SingleShiftKey {
  static func key(_ byte: UInt8) -> (key: Key, modifiers: KeyModifiers)? {
    if let key = LetterKey.key(byte) { return (key, []) }
    switch byte {
    case UInt8(ascii: "a"): return (.up, .ctrl)
    case UInt8(ascii: "b"): return (.down, .ctrl)
    case UInt8(ascii: "c"): return (.right, .ctrl)
    case UInt8(ascii: "d"): return (.left, .ctrl)
    case UInt8(ascii: "M"): return (.enter, [])
    case UInt8(ascii: "I"): return (.tab, [])
    case UInt8(ascii: "X"): return (.character("="), [])
    // The keypad sends its digits and signs 0x40 above their ASCII codes.
    case UInt8(ascii: "j")...UInt8(ascii: "y"): return (.character(Character(Unicode.Scalar(byte - 0x40))), [])
    default: return nil
    }
  }
}
