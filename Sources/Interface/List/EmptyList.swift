import Localization
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
      StyledLine(localized("Nothing in “\(view.title)” fits to"), context.theme[.heading]),
      StyledLine([summary.text, summary.words].filter { !$0.isEmpty }.joined(separator: "  "), context.theme[.accent]),
      .blank, keyed(.back, localized("takes the filter off")), keyed(.filter, localized("changes it")),
      keyed(.help, localized("all keys")),
    ]
  }

  private var heading: String {
    switch view {
    case .today: localized("Nothing due today.")
    case .tomorrow: localized("Nothing due tomorrow.")
    case .agenda: localized("Nothing due today or tomorrow.")
    case .overdue: localized("Nothing is overdue.")
    case .upcoming: localized("Nothing is due after tomorrow.")
    case .open: localized("Nothing is open.")
    case .delegated: localized("No task made here is somebody else's.")
    case .completed: localized("Nothing is completed yet.")
    case .trash: localized("The trash is empty.")
    case .outbox: localized("Nothing waits, is refused or in conflict.")
    case .all: localized("There is no task.")
    }
  }

  private var advice: [StyledLine] {
    var lines: [StyledLine] = []
    switch view {
    case .delegated:
      lines.append(keyed(.addWithForm, localized("adds one: choose another assignee in the form")))
    case .completed:
      lines.append(keyed(.toggleCompleted, localized("completes the selected task of another list")))
    case .outbox: lines.append(StyledLine(localized("What you change is sent by itself."), context.theme[.muted]))
    case .trash: lines.append(StyledLine(localized("What is deleted is kept here for 30 days."), context.theme[.muted]))
    default: lines.append(keyed(.add, localized("adds a task: Call Ada tomorrow !high")))
    }
    let vanishing = context.list.counts.vanishing
    if vanishing > 0 {
      let words = localized(
        vanishing, one: "\(vanishing) task is gone from Salesforce: decide",
        other: "\(vanishing) tasks are gone from Salesforce: decide")
      lines.append(keyed(.answerVanishing, words))
    }
    if view != .agenda { lines.append(keyed(.viewAgenda, localized("the agenda"))) }
    if view != .trash { lines += syncAdvice }
    return lines + [keyed(.help, localized("all keys"))]
  }

  private var syncAdvice: [StyledLine] {
    switch context.status.state {
    case .off:
      [keyed(.settings, localized("settings: tick the box to sync with Salesforce"))]
    case .importing, .connecting, .syncing:
      [StyledLine("   " + localized("Tasks of Salesforce are on their way."), context.theme[.muted])]
    case .loginNeeded:
      [keyed(.logIn, localized("logs in to Salesforce, so that its tasks come"))]
    case .choiceNeeded:
      [keyed(.connection, localized("chooses a value that your org has, so that its tasks come"))]
    case .offline, .live, .polling, .waiting:
      [keyed(.syncNow, localized("asks Salesforce for new ones"))]
    }
  }

  private func keyed(_ command: Command, _ words: String) -> StyledLine {
    let key: KeyedText = "\(command)"
    var line = StyledLine(context.keys.text(key), context.theme[.key])
    line.append("  " + words, context.theme[.muted])
    return line
  }
}
