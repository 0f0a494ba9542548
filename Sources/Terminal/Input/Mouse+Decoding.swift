extension Mouse {
  /// xterm's SGR report (mode 1006): `ESC [ < buttons ; column ; row M`, with `m` for a release.
  init?(_ sequence: ControlSequence) {
    guard let code = sequence.parameter(0), let column = sequence.parameter(1), let row = sequence.parameter(2) else {
      return nil
    }
    self.init(code: code, column: column, row: row, isRelease: sequence.final == UInt8(ascii: "m"))
  }

  /// The older report, three bytes after `ESC [ M`, each 32 more than its number; button 3 is a release.
  static func x10Token(_ bytes: [UInt8]) -> InputToken {
    guard bytes.count >= 6 else { return .incomplete }
    let numbers = bytes[3..<6].map { Int($0) - 32 }
    let mouse = Mouse(code: numbers[0], column: numbers[1], row: numbers[2], isRelease: numbers[0] & 0x43 == 3)
    return mouse.map { .event(.mouse($0), length: 6) } ?? .ignored(length: 6)
  }

  /// xterm's button code: the button in the two lowest bits, 4 shift, 8 alt, 16 ctrl, 32 motion, 64 wheel.
  private init?(code: Int, column: Int, row: Int, isRelease: Bool) {
    guard code >= 0, column >= 1, row >= 1, let action = Mouse.action(code, isRelease) else { return nil }
    var modifiers: KeyModifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.ctrl) }
    self.init(action, at: Position(column: column - 1, row: row - 1), modifiers)
  }

  private static func action(_ code: Int, _ isRelease: Bool) -> Action? {
    if isRelease { return .release }
    switch code & ~(4 | 8 | 16) {
    case 0: return .press(.left)
    case 1: return .press(.middle)
    case 2: return .press(.right)
    case 32...34: return .drag
    case 64: return .wheelUp
    case 65: return .wheelDown
    default: return nil
    }
  }
}
