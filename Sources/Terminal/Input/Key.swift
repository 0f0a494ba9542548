/// A key of the keyboard, as far as a terminal tells.
package enum Key: Hashable, Sendable {
  /// A character as typed: shift is in it (`A`, `!`); the space bar is " ".
  case character(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 is 1.
  case function(Int)
}
