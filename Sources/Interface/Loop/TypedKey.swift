import Foundation
import Terminal

/// What the user asked for by a key, or by its name in the palette, and when.
struct TypedKey: Sendable {
  enum Meaning: Sendable {
    case press(KeyPress)
    case command(Command)
  }

  let meaning: Meaning
  let at: Date
  /// How often, where that was typed before it.
  var count: Int?

  init(_ meaning: Meaning, at: Date) {
    self.meaning = meaning
    self.at = at
  }
}

extension KeyTable {
  /// The command that is meant where these scopes are in force.
  func command(for key: TypedKey, in scopes: [Scope]) -> Command? {
    switch key.meaning {
    case .press(let press): command(for: press, in: scopes)
    case .command(let command): has(command, in: scopes) ? command : nil
    }
  }
}
