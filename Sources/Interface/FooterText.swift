import Terminal

/// A message above the status bar; a long one takes more lines, upwards.
enum FooterText {
  private static let mostLines = 3

  static func render(_ line: StyledLine, into frame: inout Frame, in footer: Rectangle, _ context: Context) {
    let inner = footer.inset(columns: 1)
    frame.fill(footer, style: context.theme[.text])
    frame.write(line, at: inner.origin, width: inner.size.columns)
  }

  static func render(_ text: String, _ style: Style, into frame: inout Frame, in footer: Rectangle, _ context: Context)
  {
    let inner = footer.inset(columns: 1)
    let lines = DisplayText(text).wrapped(to: inner.size.columns).prefix(mostLines)
    for (index, line) in lines.enumerated() {
      let above = lines.count - 1 - index
      frame.fill(
        Rectangle(origin: footer.origin.offset(rows: -above), size: footer.size), style: context.theme[.text])
      frame.write(line, at: inner.origin.offset(rows: -above), style: style)
    }
  }
}
