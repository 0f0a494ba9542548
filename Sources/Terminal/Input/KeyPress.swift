/// A key with its modifiers; the same press always has the same value, whichever way the terminal sent it.
package struct KeyPress: Hashable, Sendable {
  package let key: Key
  package let modifiers: KeyModifiers

  package init(_ key: Key, _ modifiers: KeyModifiers = []) {
    switch key {
    case .character(let character):
      (self.key, self.modifiers) = KeyPress.normalized(character, modifiers)
    case .tab where modifiers.contains(.shift), .backTab:
      self.key = .backTab
      self.modifiers = modifiers.subtracting(.shift)
    default:
      self.key = key
      self.modifiers = modifiers
    }
  }

  /// Shift is in the character; with ctrl a terminal does not tell the cases apart, so it is the lower one.
  private static func normalized(_ character: Character, _ modifiers: KeyModifiers) -> (Key, KeyModifiers) {
    var changed = character
    if modifiers.contains(.ctrl) {
      changed = character.lowercased().first ?? character
    } else if modifiers.contains(.shift), character.isLowercase {
      changed = character.uppercased().first ?? character
    }
    let shiftIsLost = character == " " ? KeyModifiers() : .shift
    return (.character(changed), modifiers.subtracting(shiftIsLost))
  }
}
