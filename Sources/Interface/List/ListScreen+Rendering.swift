import Reminders
import Terminal

extension ListScreen {
  /// From this width on the details are beside the list.
  static let widthForBoth = 100

  /// Where the list and the details are; a narrow screen shows one of them, and so does one that is read line by line.
  func panes(in area: Rectangle, _ context: Context) -> (list: Rectangle?, divider: Rectangle?, details: Rectangle?) {
    guard area.size.columns >= Self.widthForBoth, !context.isForScreenReader else {
      return isInDetails ? (nil, nil, area.inset(columns: 1)) : (area, nil, nil)
    }
    var rest = area
    let list = rest.takeLeft(area.size.columns * 3 / 5)
    let divider = rest.takeLeft(1)
    return (list, divider, rest.inset(columns: 1))
  }

  /// A filter is in sight, but for the moment in which something is said.
  var hasFooter: Bool { !isInDetails && !place.filter.isEmpty }
  var keepsFooter: Bool { false }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    if hasFooter {
      FilterSummary(place.filter, context).render(into: &frame, in: Layout(context.size).footer)
    }
    guard isInSight(context) else { return }
    guard !context.list.isEmpty else {
      EmptyList(view, context).render(into: &frame, in: area)
      return
    }
    let panes = panes(in: area, context)
    if let divider = panes.divider {
      frame.verticalLine(
        at: divider.origin, length: divider.size.rows, glyphs: context.glyphs.box, style: context.theme[.border])
    }
    if let list = panes.list { renderList(into: &frame, in: list, divider: panes.divider, context) }
    if let details = panes.details, let row = selectedRow(context) {
      renderDetails(of: row, into: &frame, in: details, isBeside: panes.list != nil, context)
    }
  }

  private func renderList(
    into frame: inout Frame, in area: Rectangle, divider: Rectangle?, _ context: Context
  ) {
    let columns = RowColumns(width: area.size.columns)
    ScrollBar.render(
      into: &frame, column: divider?.origin.column ?? area.columns.upperBound - 1, rows: area.rows,
      first: place.firstLine, total: lines.all.count, isOnLine: divider != nil, context)
    let isReading = isReading(context)
    for (index, line) in lines.all.dropFirst(place.firstLine).prefix(area.size.rows).enumerated() {
      let line = isReading ? line.whileReading : line
      let isSelected = line.row.map { $0.id == place.selected } ?? false
      let origin = area.origin.offset(rows: index)
      line.render(
        into: &frame, in: Rectangle(origin: origin, size: Size(columns: area.size.columns, rows: 1)), columns,
        isSelected: isSelected, isMarked: line.row.map { place.marked.contains($0.id) } ?? false, context)
      if isSelected, !isInDetails { frame.cursor = origin.offset(columns: columns.checkBox.lowerBound + 1) }
    }
  }

  private func renderDetails(
    of row: ReminderRow, into frame: inout Frame, in area: Rectangle, isBeside: Bool, _ context: Context
  ) {
    let pane = DetailPane(row, context, width: area.size.columns)
    for (index, line) in pane.lines.dropFirst(place.firstDetailLine).prefix(area.size.rows).enumerated() {
      frame.write(line, at: area.origin.offset(rows: index), width: area.size.columns)
    }
    ScrollBar.render(
      into: &frame, column: area.columns.upperBound, rows: area.rows, first: place.firstDetailLine,
      total: pane.lines.count, context)
    guard isInDetails else { return }
    frame.cursor = area.origin
    if isBeside {
      frame.write(context.glyphs.selected, at: area.origin.offset(columns: -1), style: context.theme[.accent])
    }
  }
}
