import Localization
import Reminders
import Terminal

/// The first line: which screen this is, and which day.
struct Header {
  /// A screen beside others, to which a key leads.
  struct Tab {
    /// `nil` where the user has bound none.
    let key: String?
    let title: String
    /// What shows it.
    let command: Command
    let isCurrent: Bool

    /// The views with their keys.
    static func views(_ context: Context, isCurrent: (Command) -> Bool) -> [Tab] {
      context.keys[.views]
        .compactMap { binding in
          let title = binding.command == .viewChanges ? ChangesScreen.title : binding.command.view?.title
          return title.map {
            Tab(
              key: binding.keys.first?.name, title: $0, command: binding.command,
              isCurrent: isCurrent(binding.command))
          }
        }
    }
  }

  let title: String
  /// They stand in the place of the title, where there is room for them.
  let tabs: [Tab]
  let context: Context

  /// From this width on there is room for the tabs, unless their titles are long ones.
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
      showsTabs(area)
      ? renderTabs(into: &frame, in: area)
      : frame.write(DisplayText(title), at: area.origin.offset(columns: 1), style: .bold)
    if context.isSandbox {
      end = frame.write(localized("sandbox"), at: Position(column: end + 2, row: area.origin.row))
    }
    let day = context.today.day
    let room = area.columns.upperBound - 1 - end - 3
    for date in [day.long(), day.short()] where DisplayText(date).width <= room {
      frame.write(date, endingAt: area.columns.upperBound - 1, row: area.origin.row)
      break
    }
  }

  /// The tab at a position; nil where there is none.
  func tab(at position: Position, in area: Rectangle) -> Tab? {
    guard showsTabs(area), area.contains(position) else { return nil }
    return places(area).first { $0.columns.contains(position.column) }?.tab
  }

  private func showsTabs(_ area: Rectangle) -> Bool {
    guard area.size.columns >= Header.widthForTabs, let last = places(area).last else { return false }
    return last.columns.upperBound <= area.columns.upperBound
  }

  private func renderTabs(into frame: inout Frame, in area: Rectangle) -> Int {
    let places = places(area)
    for (tab, text, columns) in places {
      frame.write(
        text, at: Position(column: columns.lowerBound, row: area.origin.row), style: tab.isCurrent ? .bold : .plain)
    }
    return places.last?.columns.upperBound ?? area.origin.column
  }

  /// The brackets say which one it is, not only the bold letters.
  private func places(_ area: Rectangle) -> [(tab: Tab, text: DisplayText, columns: Range<Int>)] {
    var column = area.origin.column
    return tabs.map { tab in
      let words = [tab.key, tab.title].compactMap(\.self).joined(separator: " ")
      let text = DisplayText(tab.isCurrent ? "[\(words)]" : " \(words) ")
      defer { column += text.width }
      return (tab, text, column..<(column + text.width))
    }
  }
}
