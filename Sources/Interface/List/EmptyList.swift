import Reminders
import Terminal

/// What stands in the place of an empty list: why it is empty, and what to do next.
struct EmptyList {
  private let view: ReminderView
  private let context: Context

  init(_ view: ReminderView, _ context: Context) {
    self.view = view
    self.context = context
  }

  func render(into frame: inout Frame, in area: Rectangle) {
    let lines = filtered ?? [StyledLine(heading, context.theme[.heading]), .blank] + advice
    let width = lines.map(\.width).max() ?? 0
    let place = area.centered(Size(columns: width, rows: lines.count))
    for (row, line) in lines.enumerated() where row < place.size.rows {
      frame.write(
        line, at: place.origin.offset(rows: row), width: place.size.columns, mark: context.glyphs.ellipsis)
    }
    frame.cursor = place.origin
  }

  /// Nothing fits to the filter.
  private var filtered: [StyledLine]? {
    let filter = context.list.query.filter
    guard !filter.isEmpty else { return nil }
    let summary = FilterSummary(filter, context)
    return [
      StyledLine("Nothing in “\(view.title)” fits to", context.theme[.heading]),
      StyledLine([summary.text, summary.words].filter { !$0.isEmpty }.joined(separator: "  "), context.theme[.accent]),
      .blank, keyed(.back, "takes the filter off"), keyed(.filter, "changes it"), keyed(.help, "all keys"),
    ]
  }

  private var heading: String {
    switch view {
    case .today: "Nothing due today."
    case .tomorrow: "Nothing due tomorrow."
    case .agenda: "Nothing due today or tomorrow."
    case .overdue: "Nothing is overdue."
    case .upcoming: "Nothing is due after tomorrow."
    case .open: "Nothing is open."
    case .delegated: "No task made here is somebody else's."
    case .completed: "Nothing is completed yet."
    case .trash: "The trash is empty."
    case .outbox: "Nothing waits, is refused or in conflict."
    case .all: "There is no task."
    }
  }

  private var advice: [StyledLine] {
    var lines: [StyledLine] = []
    switch view {
    case .delegated: lines.append(keyed(.addWithForm, "adds one: choose another assignee in the form"))
    case .completed: lines.append(keyed(.toggleCompleted, "completes the selected task of another list"))
    case .outbox: lines.append(StyledLine("What you change is sent by itself.", context.theme[.muted]))
    case .trash: lines.append(StyledLine("What is deleted is kept here for 30 days.", context.theme[.muted]))
    default: lines.append(keyed(.add, "adds a task: Call Ada tomorrow !high"))
    }
    let vanishing = context.list.counts.vanishing
    if vanishing > 0 { lines.append(keyed(.answerVanishing, "\(VanishingMenu.question(vanishing)): decide")) }
    if view != .agenda { lines.append(keyed(.viewAgenda, "the agenda")) }
    if view != .trash { lines += syncAdvice }
    return lines + [keyed(.help, "all keys")]
  }

  private var syncAdvice: [StyledLine] {
    switch context.status.state {
    case .off:
      [keyed(.settings, "settings: tick the box to sync with Salesforce")]
    case .importing, .connecting, .syncing:
      [StyledLine("   Tasks of Salesforce are on their way.", context.theme[.muted])]
    case .loginNeeded:
      [keyed(.logIn, "logs in to Salesforce, so that its tasks come")]
    case .choiceNeeded:
      [keyed(.connection, "chooses a value that your org has, so that its tasks come")]
    case .offline, .live, .polling, .waiting:
      [keyed(.syncNow, "asks Salesforce for new ones")]
    }
  }

  private func keyed(_ command: Command, _ words: String) -> StyledLine {
    var line = StyledLine(context.keys.text("\(command)"), context.theme[.key])
    line.append("  " + words, context.theme[.muted])
    return line
  }
}
