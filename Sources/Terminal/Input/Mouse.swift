/// Something that the mouse did.
package struct Mouse: Hashable, Sendable {
  package enum Button: Hashable, Sendable {
    case left, middle, right
  }

  package enum Action: Hashable, Sendable {
    case press(Button)
    case release
    /// Moved with a button held down.
    case drag
    case wheelUp, wheelDown
  }

  package let action: Action
  package let position: Position
  package let modifiers: KeyModifiers

  package init(_ action: Action, at position: Position, _ modifiers: KeyModifiers = []) {
    self.action = action
    self.position = position
    self.modifiers = modifiers
  }
}
