import Terminal

/// A field of one line, which scrolls sideways.
extension TextField {
  /// Scrolls so that the cursor is inside `width` columns; a field that is not typed in shows its beginning.
  mutating func settleLine(width: Int, isFocused: Bool = true) {
    guard isFocused else { return firstVisible = 0 }
    let widths = text.map(\.columns)
    firstVisible = min(firstVisible, cursor)
    // One column is for the cursor after the last letter.
    while firstVisible < cursor, widths[firstVisible..<cursor].reduce(0, +) > width - 1 { firstVisible += 1 }
    // What has become free on the right is used again.
    while firstVisible > 0, widths[(firstVisible - 1)...].reduce(0, +) <= width - 1 { firstVisible -= 1 }
  }

  /// Draws what is in view; returns where the cursor is.
  ///
  /// - Parameter mark: Stands at the end of a field that nobody types in where more of it is not in view.
  func renderLine(
    into frame: inout Frame, at position: Position, width: Int, style: Style, mark: DisplayText? = nil
  ) -> Position {
    let visible = text.dropFirst(firstVisible)
    let shown = DisplayText(visible)
    frame.write(mark.map { shown.truncated(to: width, mark: $0) } ?? shown, at: position, style: style, width: width)
    let before = DisplayText(visible.prefix(max(0, cursor - firstVisible)))
    return position.offset(columns: min(before.width, max(0, width - 1)))
  }
}

extension Character {
  /// How many columns it takes on the screen.
  var columns: Int {
    if let ascii = asciiValue, (0x20...0x7E).contains(ascii) { return 1 }
    return DisplayText(String(self)).width
  }
}
