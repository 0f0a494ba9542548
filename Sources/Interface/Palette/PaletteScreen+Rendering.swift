import Localization
import Terminal

extension PaletteScreen {
  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let theme = context.theme
    let (rule, line, list) = areas(in: area)
    for place in [rule, line, list] { frame.fill(place, style: theme[.text]) }
    frame.horizontalLine(at: rule.origin, length: rule.size.columns, glyphs: context.glyphs.box, style: theme[.border])
    frame.write(" \(title) ", at: rule.origin.offset(columns: 2), style: theme[.accent])
    frame.write(context.glyphs.prompt, at: line.origin.offset(columns: 1), style: theme[.accent])
    frame.cursor = field.renderLine(
      into: &frame, at: line.origin.offset(columns: 3), width: PaletteScreen.fieldWidth(area), style: .plain)
    if matches.isEmpty {
      let words = DisplayText(localized("No command fits “\(field.text)”."))
      frame.write(
        words.truncated(to: list.size.columns - 4, mark: context.glyphs.ellipsis),
        at: list.origin.offset(columns: 3), style: theme[.muted])
    }
    ScrollBar.render(
      into: &frame, column: list.columns.upperBound - 1, rows: list.rows, first: firstRow, total: matches.count, context
    )
    for (row, index) in matches.indices.dropFirst(firstRow).prefix(list.size.rows).enumerated() {
      let place = Rectangle(
        origin: list.origin.offset(rows: row), size: Size(columns: list.size.columns - 1, rows: 1))
      render(matches[index], isSelected: index == selected, into: &frame, in: place, context)
    }
  }

  /// What it does, and its keys at the right.
  private func render(
    _ match: Match, isSelected: Bool, into frame: inout Frame, in place: Rectangle, _ context: Context
  ) {
    let theme = context.theme
    if isSelected {
      frame.restyle(place, theme[.selection])
      frame.write(context.glyphs.selected, at: place.origin, style: theme[.accent])
    }
    let start = frame.write(
      match.item.keys, endingAt: place.columns.upperBound - 1, row: place.origin.row, style: theme[.key])
    var line = StyledLine()
    for (index, character) in match.item.words.enumerated() {
      line.append(String(character), match.places.contains(index) ? theme[.accent] : .plain)
    }
    let room = start - 2 - (place.origin.column + 3)
    frame.write(line, at: place.origin.offset(columns: 3), width: max(0, room), mark: context.glyphs.ellipsis)
  }
}

extension KeyBinding {
  /// Where one key is awaited, and any other one leaves.
  static let menuPalette = KeyBinding(.palette, "ctrl-p", "the palette: what there is to choose, by what it does")

  /// On every screen where keys are commands.
  static let palette = KeyBinding(.palette, ": ctrl-p", "the palette: every command, by what it does")
}
