import Localization
import Reminders
import Terminal

/// What a filter is, in words, and what it has found: `/ada renewal  call, high priority  12 of 340`.
struct FilterSummary {
  private let filter: ListFilter
  private let context: Context

  init(_ filter: ListFilter, _ context: Context) {
    self.filter = filter
    self.context = context
  }

  /// What was typed, as it was typed; empty where nothing was.
  var text: String { filter.text.isEmpty ? "" : "/" + filter.text }

  var words: String {
    let priority = filter.priority.map { localized($0 == .high ? "high priority" : "normal priority") }
    return [filter.kind?.word, filter.person?.shownName, priority].compactMap(\.self).joined(separator: ", ")
  }

  /// The keys of the list that go on with it and end it.
  private var hintBindings: [KeyBinding] {
    func binding(_ command: Command) -> KeyBinding? { context.keys[.list].first { $0.command == command } }
    return [binding(.nextMatch)?.hinted("next"), binding(.back)?.hinted("clear")].compactMap(\.self)
  }

  /// How many of how many are found; empty while that is not known yet.
  var count: String {
    guard context.list.query.filter == filter, !filter.isEmpty else { return "" }
    return localized("\(context.list.found.text) of \(context.list.all.text)")
  }

  /// The line above the status bar, as long as the filter is kept.
  func render(into frame: inout Frame, in area: Rectangle, showingHints: Bool = true) {
    let theme = context.theme
    frame.fill(area, style: theme[.text])
    let place = area.inset(columns: 1)
    let hints = Hints(bindings: showingHints ? hintBindings : [])
    let count = DisplayText(count)
    var line = StyledLine()
    for (part, role) in [(text, Role.accent), (words, .heading)] where !part.isEmpty {
      line.append((line.width == 0 ? "" : "  ") + part, theme[role])
    }
    // The filter itself is cut before what it has found.
    let hintsWidth = showingHints ? hints.width + 3 : 0
    let showsHints = showingHints && place.size.columns - hintsWidth - count.width - 2 >= min(line.width, 12)
    let room = place.size.columns - count.width - 2 - (showsHints ? hintsWidth : 0)
    frame.write(line, at: place.origin, width: max(0, room), mark: context.glyphs.ellipsis)
    let end = place.origin.column + min(line.width, max(0, room))
    frame.write(count, at: Position(column: end + 2, row: place.origin.row), style: theme[.text])
    guard showsHints else { return }
    var rest = area
    hints.render(into: &frame, in: rest.takeRight(hints.width + 2), context)
  }
}

extension ListContents {
  /// How many are read.
  var shown: Int { groups.reduce(0) { $0 + $1.rows.count } }
}

extension BoundedCount {
  /// `340`, or `2,000+` where there are more.
  var text: String { value.grouped + (isLeast ? "+" : "") }
}
