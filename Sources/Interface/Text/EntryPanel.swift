import Terminal

/// One line to type in, at the bottom of the screen, and what it means under it.
struct EntryPanel {
  let title: String
  let field: TextField
  /// Said below, where there is room for it.
  let keys: [KeyBinding]

  /// What the field, and each line of what it means, has.
  static func width(_ context: Context) -> Int { max(1, context.size.columns - 4) }

  /// Above the status bar, as high as what is read needs.
  func render(_ reading: [StyledLine], into frame: inout Frame, _ context: Context) {
    let theme = context.theme
    let width = EntryPanel.width(context)
    let layout = Layout(context.size)
    var area = layout.body
    if context.size.rows >= EntryPanel.rowsForHints {
      frame.fill(layout.footer, style: theme[.text])
      Hints(bindings: keys).render(into: &frame, in: layout.footer, context)
    } else {
      area.size.rows += layout.footer.size.rows
    }
    let readingPlace = area.takeBottom(reading.count)
    let line = area.takeBottom(1)
    let rule = area.takeBottom(1)
    for place in [rule, line, readingPlace] { frame.fill(place, style: theme[.text]) }
    frame.horizontalLine(at: rule.origin, length: rule.size.columns, glyphs: context.glyphs.box, style: theme[.border])
    frame.write(" \(title) ", at: rule.origin.offset(columns: 2), style: theme[.accent])
    frame.write(context.glyphs.prompt, at: line.origin.offset(columns: 1), style: theme[.accent])
    frame.cursor = field.renderLine(into: &frame, at: line.origin.offset(columns: 3), width: width, style: .plain)
    for (row, line) in reading.enumerated() {
      frame.write(
        line, at: readingPlace.origin.offset(columns: 3, rows: row), width: width, mark: context.glyphs.ellipsis)
    }
  }

  private static let rowsForHints = 16

  /// A text under the field, on as many lines as it needs up to four, which leaves the smallest screen its heading.
  static func note(_ text: String, _ role: Role, _ context: Context) -> [StyledLine] {
    DisplayText(text).wrapped(to: width(context)).prefix(4).map { StyledLine($0, context.theme[role]) }
  }
}
