/// What comes from the terminal.
package enum TerminalEvent: Hashable, Sendable {
  case key(KeyPress)
  /// A pasted text: never keys, whatever is in it. Line breaks are "\n"; other control characters are gone.
  case paste(String)
  case mouse(Mouse)
  /// The terminal has this size now.
  case resize(Size)
  case focusGained
  case focusLost
}
