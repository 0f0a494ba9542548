/// The names of keys in the configuration, in the help and in the palette: `j`, `A`, `space`, `ctrl-d`, `alt-enter`.
extension KeyPress {
  /// Reads a name; nil if there is no such key. The names of keys and modifiers may be in either case, characters not.
  package init?(named name: String) {
    var rest = Substring(name)
    var modifiers: KeyModifiers = []
    while let (modifier, after) = KeyPress.leadingModifier(of: rest) {
      modifiers.insert(modifier)
      rest = after
    }
    guard let key = KeyPress.key(named: String(rest)) else { return nil }
    self.init(key, modifiers)
  }

  /// As `init(named:)` reads it.
  package var name: String {
    var words = KeyPress.modifierNames.filter { modifiers.contains($0.modifier) }.map(\.name)
    switch key {
    case .character(" "): words.append("space")
    case .character(let character): words.append(String(character))
    case .function(let number): words.append("f\(number)")
    default: words += KeyPress.keyNames.filter { $0.key == key }.prefix(1).map(\.name)
    }
    return words.joined(separator: "-")
  }

  private static let modifierNames: [(name: String, modifier: KeyModifiers)] = [
    ("ctrl", .ctrl), ("alt", .alt), ("shift", .shift),
  ]

  /// The first name of a key is the one that is shown.
  private static let keyNames: [(name: String, key: Key)] = [
    ("enter", .enter), ("return", .enter), ("esc", .escape), ("escape", .escape), ("tab", .tab), ("backtab", .backTab),
    ("backspace", .backspace), ("delete", .delete), ("del", .delete), ("insert", .insert),
    ("up", .up), ("down", .down), ("left", .left), ("right", .right),
    ("↑", .up), ("↓", .down), ("←", .left), ("→", .right),
    ("home", .home), ("end", .end), ("pageup", .pageUp), ("pagedown", .pageDown),
    ("space", .character(" ")),
  ]

  /// Names to choose the nearest from, for one that was mistyped: of the keys, also with a modifier.
  package static var names: [String] {
    let keys = keyNames.map(\.name) + (1...24).map { "f\($0)" }
    let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
    return keys + modifierNames.flatMap { modifier in (keys + letters).map { "\(modifier.name)-\($0)" } }
  }

  private static func leadingModifier(of name: Substring) -> (KeyModifiers, Substring)? {
    for (prefix, modifier) in modifierNames {
      let start = prefix + "-"
      if name.count > start.count, name.lowercased().hasPrefix(start) { return (modifier, name.dropFirst(start.count)) }
    }
    return nil
  }

  private static func key(named name: String) -> Key? {
    if let known = keyNames.first(where: { $0.name == name.lowercased() }) { return known.key }
    if name.lowercased().hasPrefix("f"), let number = Int(name.dropFirst()), (1...24).contains(number) {
      return .function(number)
    }
    guard name.count == 1, let character = name.first, let shown = Cluster(character), shown.character == character
    else { return nil }
    return .character(character)
  }
}
