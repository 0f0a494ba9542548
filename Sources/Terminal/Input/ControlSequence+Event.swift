extension ControlSequence {
  /// What the sequence says; nil for reports and keys that we do not know.
  var event: TerminalEvent? {
    switch (privateMarker, final) {
    case (UInt8(ascii: "<"), UInt8(ascii: "M")), (UInt8(ascii: "<"), UInt8(ascii: "m")):
      return Mouse(self).map(TerminalEvent.mouse)
    case (nil, UInt8(ascii: "I")): return .focusGained
    case (nil, UInt8(ascii: "O")): return .focusLost
    case (nil, _): return keyPress.map(TerminalEvent.key)
    default: return nil
    }
  }

  private var keyPress: KeyPress? {
    let modifiers = XtermModifiers.modifiers(parameter(1) ?? 1)
    switch final {
    case UInt8(ascii: "Z"): return KeyPress(.backTab, modifiers)
    case UInt8(ascii: "u"): return parameter(0).flatMap { ControlSequence.keyPress(code: $0, modifiers) }
    case UInt8(ascii: "~"): return tildeKeyPress(modifiers)
    case UInt8(ascii: "^"): return numberKeyPress(.ctrl)
    case UInt8(ascii: "$"): return numberKeyPress(.shift)
    case UInt8(ascii: "@"): return numberKeyPress([.ctrl, .shift])
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return LetterKey.key(final - 0x20).map { KeyPress($0, .shift) }
    default: return LetterKey.key(final).map { KeyPress($0, modifiers) }
    }
  }

  /// A function key, or any key as xterm's modifyOtherKeys sends it: `27 ; modifiers ; code ~`.
  private func tildeKeyPress(_ modifiers: KeyModifiers) -> KeyPress? {
    if parameter(0) == 27, let code = parameter(2) { return ControlSequence.keyPress(code: code, modifiers) }
    return numberKeyPress(modifiers)
  }

  private func numberKeyPress(_ modifiers: KeyModifiers) -> KeyPress? {
    parameter(0).flatMap(NumberKey.key).map { KeyPress($0, modifiers) }
  }

  /// A key by its code point (fixterms and kitty: `code ; modifiers u`).
  private static func keyPress(code: Int, _ modifiers: KeyModifiers) -> KeyPress? {
    guard let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value) else { return nil }
    if value < 0x20 || value == 0x7F {
      let press = ControlKey.keyPress(UInt8(value))
      return KeyPress(press.key, press.modifiers.union(modifiers))
    }
    // Kitty's codes of modifier and media keys are in this private area.
    if (0xE000...0xF8FF).contains(value) { return nil }
    guard case .keep = SafeScalars.verdict(scalar) else { return nil }
    return KeyPress(.character(Character(scalar)), modifiers)
  }
}
