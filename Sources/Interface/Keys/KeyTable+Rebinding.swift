import Terminal

extension KeyTable {
  /// The standard keys, with what the user's `config.toml` changes of them.
  ///
  /// - Throws: the first mistake, with its line. Nothing of the file counts then.
  package init(configuration text: String, path: String) throws(KeyError) {
    self = .standard
    let file = try KeyFile(text, path: path)
    // What is said of one screen stands over what is said of all.
    let ordered = file.entries.filter { $0.scope == nil } + file.entries.filter { $0.scope != nil }
    var origins: [Scope: [Command: KeyFile.Entry]] = [:]
    for entry in ordered {
      for scope in try bind(entry, file) { origins[scope, default: [:]][entry.command] = entry }
    }
    for entry in file.entries {
      for scope in Scope.allCases where origins[scope]?[entry.command]?.line == entry.line {
        try refuseConflicts(of: entry, in: scope, file)
      }
    }
  }

  /// Gives a command its keys; returns the scopes where it has them.
  private mutating func bind(_ entry: KeyFile.Entry, _ file: KeyFile) throws(KeyError) -> [Scope] {
    var bound: [Scope] = []
    let letter = entry.keys.first(where: \.isLetter)
    for scope in Scope.allCases where entry.scope.map({ $0 == scope }) ?? true {
      guard let index = self[scope].firstIndex(where: { $0.command == entry.command }) else { continue }
      var keys = entry.keys
      if scope.takesText, let letter {
        if entry.scope != nil { throw file.error(in: entry, .letter(key: letter.name)) }
        // What is meant for lists leaves the forms their own keys.
        keys.removeAll(where: \.isLetter)
        if keys.isEmpty { continue }
      }
      if keys.isEmpty, entry.command.isNeeded {
        throw file.error(in: entry, .needed(command: entry.command.rawValue))
      }
      self[scope][index] = self[scope][index].bound(to: keys)
      bound.append(scope)
    }
    if bound.isEmpty, let letter { throw file.error(in: entry, .letter(key: letter.name)) }
    return bound
  }

  /// Refuses a new key of a command that another one has where both are in force.
  private func refuseConflicts(of entry: KeyFile.Entry, in scope: Scope, _ file: KeyFile) throws(KeyError) {
    let usual = KeyTable.standard[scope].first { $0.command == entry.command }?.keys ?? []
    let keys = self[scope].first { $0.command == entry.command }?.keys ?? []
    for key in keys where !usual.contains(key) {
      for other in Scope.allCases where scope.isInForce(with: other) {
        for binding in self[other] where binding.command != entry.command && binding.keys.contains(key) {
          throw file.error(
            in: entry, .taken(key: key.name, by: binding.command.rawValue, scope: other.rawValue))
        }
      }
    }
  }
}

extension Command {
  /// Without it one could not get away, or not find out how.
  fileprivate var isNeeded: Bool { [.help, .quit, .interrupt, .back].contains(self) }
}

extension KeyPress {
  /// Whether it types a letter where text is typed.
  fileprivate var isLetter: Bool {
    guard case .character = key else { return false }
    return modifiers.isDisjoint(with: [.ctrl, .alt])
  }
}
