import Reminders
import Terminal

/// What stands in the place of an empty list: why it is empty, and what to do next.
struct EmptyAgenda {
  private let context: Context

  init(_ context: Context) {
    self.context = context
  }

  func render(into frame: inout Frame, in area: Rectangle) {
    let lines = [StyledLine("Nothing due today or tomorrow.", context.theme[.heading]), .blank] + advice
    let width = lines.map(\.width).max() ?? 0
    let place = area.centered(Size(columns: width, rows: lines.count))
    for (row, line) in lines.enumerated() where row < place.size.rows {
      frame.write(line, at: place.origin.offset(rows: row), width: place.size.columns)
    }
    frame.cursor = place.origin
  }

  private var advice: [StyledLine] {
    var lines = [keyed("a", "adds a task: Call Ada tomorrow !high")]
    let vanishing = context.agenda.counts.vanishing
    if vanishing > 0 { lines.append(keyed("D", "\(VanishingMenu.question(vanishing)): decide")) }
    switch context.status.state {
    case .off:
      lines.append(keyed(",", "settings: tick the box to sync with Salesforce"))
    case .importing, .connecting, .syncing:
      lines.append(StyledLine("   Tasks of Salesforce are on their way.", context.theme[.muted]))
    case .loginNeeded:
      lines.append(keyed("L", "logs in to Salesforce, so that its tasks come"))
    case .choiceNeeded:
      lines.append(keyed("i", "chooses a value that your org has, so that its tasks come"))
    case .offline, .live, .polling, .waiting:
      lines.append(keyed("r", "asks Salesforce for new ones"))
    }
    return lines + [keyed("?", "all keys")]
  }

  private func keyed(_ key: String, _ words: String) -> StyledLine {
    var line = StyledLine(key, context.theme[.key])
    line.append("  " + words, context.theme[.muted])
    return line
  }
}
