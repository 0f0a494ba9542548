/// What stands at the start of some input bytes.
enum InputToken {
  case event(TerminalEvent, length: Int)
  /// Complete, but nothing that the program cares about, or not valid.
  case ignored(length: Int)
  case pasteStart(length: Int)
  /// The start of a control string (an answer of the terminal); what follows is to be skipped to its end.
  case controlString
  case incomplete

  /// - Parameter bytes: At least one.
  static func first(of bytes: [UInt8]) -> InputToken {
    switch bytes[0] {
    case InputByte.escape: EscapeSequence.token(bytes)
    case 0x00...0x1F, InputByte.delete: .event(.key(ControlKey.keyPress(bytes[0])), length: 1)
    default: UTF8Token.token(bytes)
    }
  }
}
