import Localization
import Reminders
import Terminal

extension ChangesScreen {
  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    guard let feed else { return }
    guard !feed.changes.isEmpty else {
      renderEmpty(into: &frame, in: area, context)
      return
    }
    let columns = ChangeColumns(width: area.size.columns)
    ScrollBar.render(
      into: &frame, column: area.columns.upperBound - 1, rows: area.rows, first: firstLine, total: lines.count, context)
    for (row, line) in lines.dropFirst(firstLine).prefix(area.size.rows).enumerated() {
      let place = Rectangle(
        origin: area.origin.offset(rows: row), size: Size(columns: area.size.columns, rows: 1))
      switch line {
      case .blank: break
      case .heading(let day):
        ListLine.heading(.day(day), count: nil)
          .render(
            into: &frame, in: place, RowColumns(width: area.size.columns), isSelected: false, isMarked: false, context)
      case .change(let change): render(change, columns, into: &frame, in: place, context)
      case .name(let change):
        lay(change, into: &frame, in: place, context)
        write(change.shownName, in: columns.who.lowerBound..<columns.end, .plain, into: &frame, in: place, context)
      }
    }
  }

  private func render(
    _ change: ReminderChange, _ columns: ChangeColumns, into frame: inout Frame, in place: Rectangle, _ context: Context
  ) {
    let theme = context.theme
    lay(change, into: &frame, in: place, context)
    if change.id == selected {
      frame.write(
        context.glyphs.selected, at: place.origin.offset(columns: columns.selection), style: theme[.accent])
      frame.cursor = place.origin.offset(columns: columns.time)
    }
    if isNews(change) {
      frame.write(context.glyphs.live, at: place.origin.offset(columns: columns.news), style: theme[.live])
    }
    frame.write(context.clock(change.at), at: place.origin.offset(columns: columns.time), style: theme[.muted])
    let isThere = change.side == .there
    let who = DisplayText("\(isThere ? "\(context.glyphs.from) " : "")\(change.author ?? localized("you"))")
    write(who, in: columns.who, theme[isThere ? .live : .muted], into: &frame, in: place, context)
    write(DisplayText(change.words(context)), in: columns.what, .plain, into: &frame, in: place, context)
    if let name = columns.name { write(change.shownName, in: name, theme[.muted], into: &frame, in: place, context) }
  }

  /// What lies below the text of a change.
  private func lay(_ change: ReminderChange, into frame: inout Frame, in place: Rectangle, _ context: Context) {
    if isNews(change) { frame.restyle(place, context.theme[.changed]) }
    if change.id == selected { frame.restyle(place, context.theme[.selection]) }
  }

  private func write(
    _ text: DisplayText, in columns: Range<Int>, _ style: Style, into frame: inout Frame, in place: Rectangle,
    _ context: Context
  ) {
    frame.write(
      text.truncated(to: columns.count, mark: context.glyphs.ellipsis),
      at: place.origin.offset(columns: columns.lowerBound), style: style)
  }

  private func renderEmpty(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let explanation = localized("What you do here, and what\nothers do in Salesforce, is listed here.")
    let lines =
      [StyledLine(localized("Nothing has changed yet."), context.theme[.heading]), .blank]
      + (explanation.split(separator: "\n").map(String.init) + ["esc  " + localized("back to the tasks")])
      .map { StyledLine($0, context.theme[.muted]) }
    let place = area.centered(Size(columns: lines.map(\.width).max() ?? 0, rows: lines.count))
    for (row, line) in lines.enumerated() where row < place.size.rows {
      frame.write(line, at: place.origin.offset(rows: row), width: place.size.columns)
    }
    frame.cursor = place.origin
  }
}
