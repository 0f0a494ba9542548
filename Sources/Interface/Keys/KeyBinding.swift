import Terminal

/// What a command is called, and which keys do it.
struct KeyBinding: Sendable {
  let command: Command
  /// As declared.
  let names: [String]
  /// The first one is the one that is shown in hints.
  let keys: [KeyPress]
  /// What it does, for the help.
  let help: String
  /// A word or two for the line of hints; `nil` where it would only crowd it.
  private(set) var hint: String?

  /// - Parameter keys: Names as `KeyPress` reads them, with spaces between.
  init(_ command: Command, _ keys: String, _ help: String, hint: String? = nil) {
    self.command = command
    names = keys.split(separator: " ").map(String.init)
    self.keys = names.compactMap { KeyPress(named: $0) }
    self.help = help
    self.hint = hint
  }

  /// The same keys with another word in the line of hints.
  func hinted(_ hint: String?) -> KeyBinding {
    var binding = self
    binding.hint = hint
    return binding
  }
}
