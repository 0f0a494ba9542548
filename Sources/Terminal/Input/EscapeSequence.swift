/// What begins with an escape byte: a sequence of the terminal, or a key held together with alt.
enum EscapeSequence {
  /// - Parameter bytes: The first is an escape.
  static func token(_ bytes: [UInt8]) -> InputToken {
    guard bytes.count > 1 else { return .incomplete }
    switch bytes[1] {
    case UInt8(ascii: "["): return ControlSequence.token(bytes)
    case UInt8(ascii: "O"): return singleShift(bytes)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "X"):
      // One more byte tells a control string from alt with that character.
      return bytes.count > 2 ? .controlString : .incomplete
    case InputByte.escape: return doubleEscape(bytes)
    default: return withAlt(InputToken.first(of: Array(bytes.dropFirst())))
    }
  }

  /// The keys in bytes that looked like the start of a sequence, of which nothing more came.
  static func keys(ofUnfinished bytes: [UInt8]) -> [KeyPress] {
    switch bytes.count {
    case 1: return [KeyPress(.escape)]
    case 2 where bytes[1] == InputByte.escape: return [KeyPress(.escape), KeyPress(.escape)]
    case 2 where (0x20...0x7E).contains(bytes[1]):
      return [KeyPress(.character(Character(Unicode.Scalar(bytes[1]))), .alt)]
    default: return []
    }
  }

  /// Application mode keys: SS3, then a letter; some terminals put a modifier digit before it.
  private static func singleShift(_ bytes: [UInt8]) -> InputToken {
    guard bytes.count > 2 else { return .incomplete }
    var modifiers: KeyModifiers = []
    var index = 2
    if (UInt8(ascii: "2")...UInt8(ascii: "8")).contains(bytes[2]) {
      guard bytes.count > 3 else { return .incomplete }
      modifiers = XtermModifiers.modifiers(Int(bytes[2] - UInt8(ascii: "0")))
      index = 3
    }
    guard let key = SingleShiftKey.key(bytes[index]) else { return .ignored(length: index + 1) }
    return .event(.key(KeyPress(key.key, key.modifiers.union(modifiers))), length: index + 1)
  }

  /// rxvt sends alt with a function key as an escape before its sequence; anything else is the escape key, then more.
  private static func doubleEscape(_ bytes: [UInt8]) -> InputToken {
    guard bytes.count > 2 else { return .incomplete }
    guard bytes[2] == UInt8(ascii: "[") || bytes[2] == UInt8(ascii: "O") else {
      return .event(.key(KeyPress(.escape)), length: 1)
    }
    return withAlt(token(Array(bytes.dropFirst())))
  }

  private static func withAlt(_ token: InputToken) -> InputToken {
    switch token {
    case .event(.key(let press), let length):
      .event(.key(KeyPress(press.key, press.modifiers.union(.alt))), length: length + 1)
    case .event(let event, let length): .event(event, length: length + 1)
    case .ignored(let length): .ignored(length: length + 1)
    case .pasteStart(let length): .pasteStart(length: length + 1)
    case .controlString: .controlString
    case .incomplete: .incomplete
    }
  }
}
