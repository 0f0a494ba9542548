import Terminal

/// What a command is called, and which keys do it.
struct KeyBinding: Sendable {
  let command: Command
  /// As declared.
  private(set) var names: [String]
  /// The first one is the one that is shown in hints.
  private(set) var keys: [KeyPress]
  /// What it does, for the help and the palette.
  let help: KeyedText
  /// A word or two for the line of hints; `nil` where it would only crowd it.
  private(set) var hint: String?

  /// - Parameter keys: Names as `KeyPress` reads them, with spaces between.
  init(_ command: Command, _ keys: String, _ help: KeyedText, hint: String? = nil) {
    self.command = command
    names = keys.split(separator: " ").map(String.init)
    self.keys = names.compactMap { KeyPress(named: $0) }
    self.help = help
    self.hint = hint
  }

  /// The same command with other keys; with none, only the palette still has it.
  func bound(to keys: [KeyPress]) -> KeyBinding {
    var binding = self
    binding.keys = keys
    binding.names = keys.map(\.name)
    return binding
  }

  /// The same keys with another word in the line of hints.
  func hinted(_ hint: String?) -> KeyBinding {
    var binding = self
    binding.hint = hint
    return binding
  }
}

extension KeyBinding {
  static let undo = KeyBinding(.undo, "u", "undo the last action", hint: "undo")
  static let redo = KeyBinding(.redo, "ctrl-r", "do again what was undone")
}
