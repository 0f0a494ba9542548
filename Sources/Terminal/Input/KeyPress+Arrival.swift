extension KeyPress {
  /// The key that arrives when this one is pressed: to a terminal, `ctrl-i` and `tab` are one byte.
  package var arrival: KeyPress {
    guard modifiers.contains(.ctrl), case .character(let character) = key, let byte = character.asciiValue,
      byte >= 0x40
    else { return self }
    // Ctrl leaves the low five bits of a letter.
    let press = ControlKey.keyPress(byte & 0x1F)
    return KeyPress(press.key, press.modifiers.union(modifiers.subtracting(.ctrl)))
  }
}
