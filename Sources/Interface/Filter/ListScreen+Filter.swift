import Localization
import Reminders

extension ListScreen {
  static let filterKeys = [
    KeyBinding(.filter, "/", "filter as you type"),
    KeyBinding(.nextMatch, "n", "next match of the filter, also of the last one"),
    KeyBinding(.previousMatch, "N", "previous match"),
    KeyBinding(.filterBy, "f", "filter by kind, person or priority"),
    KeyBinding(.sort, "S", "sort: then d, !, n, p or c"),
  ]

  /// The steps of a command that has to do with filters and orders; `nil` for any other.
  mutating func filterSteps(for command: Command, _ context: Context) -> [Step]? {
    switch command {
    case .filter: [.open(FilterLine(place.filter))]
    case .filterBy: [.open(FilterMenu(place.filter, person: selectedRow(context)?.reminder.fields.person))]
    case .sort: [.open(SortMenu(view, orders))]
    case .nextMatch: goToMatch(1, context)
    case .previousMatch: goToMatch(-1, context)
    default: nil
    }
  }

  /// Goes to the next row of a filtered list; of one that is not, to the next row that the last text fits to.
  private mutating func goToMatch(_ direction: Int, _ context: Context) -> [Step] {
    if !place.filter.isEmpty {
      place.select(by: direction, lines)
      return []
    }
    let terms = SearchTerms(place.lastText)
    guard !terms.isEmpty else {
      return [.say(context.keys.text("There is nothing to go on with: \(.filter) filters the list."))]
    }
    let rows = lines.all.compactMap(\.row)
    let start = rows.firstIndex { $0.id == place.selected } ?? 0
    let next = (1..<max(1, rows.count)).lazy
      .map { rows[(start + direction * $0 + rows.count) % rows.count] }
      .first { terms.fit(SearchText.words(of: $0.reminder.fields)) }
    guard let next else { return [.say(localized("No other task of this list fits to /\(place.lastText)."))] }
    place.select(next.id)
    return []
  }
}
