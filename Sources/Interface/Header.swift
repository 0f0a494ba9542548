import Reminders
import Terminal

/// The first line: which screen this is, and which day.
struct Header {
  let title: String
  let context: Context

  init(title: String, _ context: Context) {
    self.title = title
    self.context = context
  }

  func render(into frame: inout Frame, in area: Rectangle) {
    // Whatever is done here is done to an org that is not the real one.
    let style = context.theme[context.isSandbox ? .sandbox : .header]
    frame.fill(area, style: context.theme[.text].overlaid(with: style))
    let title = DisplayText(title)
    var end = frame.write(title, at: area.origin.offset(columns: 1), style: .bold)
    if context.isSandbox { end = frame.write("sandbox", at: Position(column: end + 2, row: area.origin.row)) }
    let day = context.today.day
    let room = area.columns.upperBound - 1 - end - 3
    for date in [day.long(context.order), day.short(context.order)] where DisplayText(date).width <= room {
      frame.write(date, endingAt: area.columns.upperBound - 1, row: area.origin.row)
      break
    }
  }
}
