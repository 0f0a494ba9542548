import Reminders
import Terminal

/// The first line: which screen this is, and which day.
struct Header {
  /// A screen beside others, to which a key leads.
  struct Tab {
    /// `nil` where the user has bound none.
    let key: String?
    let title: String
    let isCurrent: Bool

    /// The views with their keys.
    static func views(_ context: Context, isCurrent: (Command) -> Bool) -> [Tab] {
      context.keys[.views]
        .compactMap { binding in
          let title = binding.command == .viewChanges ? ChangesScreen.title : binding.command.view?.title
          return title.map { Tab(key: binding.keys.first?.name, title: $0, isCurrent: isCurrent(binding.command)) }
        }
    }
  }

  let title: String
  /// They stand in the place of the title, where there is room for them.
  let tabs: [Tab]
  let context: Context

  /// From this width on there is room for the tabs.
  private static let widthForTabs = 100

  init(title: String, tabs: [Tab] = [], _ context: Context) {
    self.title = title
    self.tabs = tabs
    self.context = context
  }

  func render(into frame: inout Frame, in area: Rectangle) {
    // Whatever is done here is done to an org that is not the real one.
    let style = context.theme[context.isSandbox ? .sandbox : .header]
    frame.fill(area, style: context.theme[.text].overlaid(with: style))
    var end =
      tabs.isEmpty || area.size.columns < Header.widthForTabs
      ? frame.write(DisplayText(title), at: area.origin.offset(columns: 1), style: .bold)
      : renderTabs(into: &frame, at: area.origin)
    if context.isSandbox { end = frame.write("sandbox", at: Position(column: end + 2, row: area.origin.row)) }
    let day = context.today.day
    let room = area.columns.upperBound - 1 - end - 3
    for date in [day.long(context.order), day.short(context.order)] where DisplayText(date).width <= room {
      frame.write(date, endingAt: area.columns.upperBound - 1, row: area.origin.row)
      break
    }
  }

  /// The brackets say which one it is, not only the bold letters.
  private func renderTabs(into frame: inout Frame, at origin: Position) -> Int {
    tabs.reduce(origin.column) { column, tab in
      let words = [tab.key, tab.title].compactMap(\.self).joined(separator: " ")
      return frame.write(
        tab.isCurrent ? "[\(words)]" : " \(words) ", at: Position(column: column, row: origin.row),
        style: tab.isCurrent ? .bold : .plain)
    }
  }
}
