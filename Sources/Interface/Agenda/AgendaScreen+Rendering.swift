import Reminders
import Terminal

extension AgendaScreen {
  /// From this width on the details are beside the list.
  static let widthForBoth = 100

  /// Where the list and the details are; a narrow screen shows one of them.
  func panes(in area: Rectangle) -> (list: Rectangle?, divider: Rectangle?, details: Rectangle?) {
    guard area.size.columns >= Self.widthForBoth else {
      return isInDetails ? (nil, nil, area.inset(columns: 1)) : (area, nil, nil)
    }
    var rest = area
    let list = rest.takeLeft(area.size.columns * 3 / 5)
    let divider = rest.takeLeft(1)
    return (list, divider, rest.inset(columns: 1))
  }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    guard context.isLoaded else { return }
    guard !context.agenda.groups.joined().isEmpty else {
      EmptyAgenda(context).render(into: &frame, in: area)
      return
    }
    let panes = panes(in: area)
    if let list = panes.list { renderList(into: &frame, in: list, context) }
    if let divider = panes.divider {
      frame.verticalLine(
        at: divider.origin, length: divider.size.rows, glyphs: context.glyphs.box, style: context.theme[.border])
    }
    guard let details = panes.details, let row = selectedRow(context) else { return }
    let pane = DetailPane(row, context, width: details.size.columns)
    for (index, line) in pane.lines.dropFirst(firstDetailLine).prefix(details.size.rows).enumerated() {
      frame.write(line, at: details.origin.offset(rows: index), width: details.size.columns)
    }
    ScrollBar.render(
      into: &frame, column: details.columns.upperBound, rows: details.rows, first: firstDetailLine,
      total: pane.lines.count, context)
    guard isInDetails else { return }
    frame.cursor = details.origin
    if panes.list != nil {
      frame.write(context.glyphs.selected, at: details.origin.offset(columns: -1), style: context.theme[.accent])
    }
  }

  private func renderList(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let columns = RowColumns(width: area.size.columns)
    let lines = lines(context)
    ScrollBar.render(
      into: &frame, column: area.columns.upperBound - 1, rows: area.rows, first: firstLine, total: lines.count, context)
    for (index, line) in lines.dropFirst(firstLine).prefix(area.size.rows).enumerated() {
      let place = Rectangle(
        origin: area.origin.offset(rows: index), size: Size(columns: area.size.columns, rows: 1))
      switch line {
      case .vanishing(let count): renderVanishing(count, into: &frame, in: place, context)
      case .overdue(let count, let isUnfolded):
        renderOverdue(count, isUnfolded, into: &frame, in: place, context)
      case .heading(let group, let count): renderHeading(group, count, into: &frame, in: place, context)
      case .row(let group, let row):
        let isSelected = row.id == selected
        RowView(row, in: group, isSelected: isSelected, columns, context).render(into: &frame, in: place)
        if isSelected, !isInDetails { frame.cursor = place.origin.offset(columns: columns.checkBox.lowerBound + 1) }
      case .nothing(let group):
        frame.write(
          "Nothing due \(group.title.lowercased()).", at: place.origin.offset(columns: columns.checkBox.lowerBound),
          style: context.theme[.muted])
      case .blank: break
      }
    }
  }

  private func renderVanishing(_ count: Int, into frame: inout Frame, in place: Rectangle, _ context: Context) {
    render(
      "\(context.glyphs.vanishing) \(VanishingMenu.question(count))", .conflict, hint: "D decides", into: &frame,
      in: place, context)
  }

  private func renderOverdue(
    _ count: Int, _ isUnfolded: Bool, into frame: inout Frame, in place: Rectangle, _ context: Context
  ) {
    let glyph = isUnfolded ? context.glyphs.unfolded : context.glyphs.folded
    render(
      "\(glyph) \(count.grouped) overdue", .overdue, hint: isUnfolded ? "o folds" : "o unfolds", into: &frame,
      in: place, context)
  }

  /// A line about many tasks, with the key that has to do with them.
  private func render(
    _ text: String, _ role: Role, hint: String, into frame: inout Frame, in place: Rectangle, _ context: Context
  ) {
    let end = frame.write(text, at: place.origin.offset(columns: 1), style: context.theme[role])
    let room = place.columns.upperBound - 1 - end
    if room > hint.count + 2 {
      frame.write(hint, endingAt: place.columns.upperBound - 1, row: place.origin.row, style: context.theme[.muted])
    }
  }

  /// `Today  Tue 24 Nov ────────────── 6 open`
  private func renderHeading(
    _ group: AgendaGroup, _ count: Int, into frame: inout Frame, in place: Rectangle, _ context: Context
  ) {
    var column = frame.write(group.title, at: place.origin.offset(columns: 1), style: context.theme[group.role])
    let row = place.origin.row
    if let day = group.day(today: context.today.day) {
      column = frame.write(
        "  \(day.short(context.order))", at: Position(column: column, row: row), style: context.theme[.muted])
    }
    let word = group == .completed ? "done" : "open"
    let start = frame.write(
      "\(count.grouped) \(word)", endingAt: place.columns.upperBound - 1, row: row, style: context.theme[.muted])
    frame.horizontalLine(
      at: Position(column: column + 1, row: row), length: start - column - 2, glyphs: context.glyphs.box,
      style: context.theme[.border])
  }
}
