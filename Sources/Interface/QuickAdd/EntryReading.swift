import Reminders
import Terminal

/// What a quick entry means, as one line: `Call Ada · Wed 25 Nov, tomorrow · ▲ high · call · @Ada Lovelace`.
///
/// Where it is too long the name is cut, since that can be read in the line above.
struct EntryReading {
  let line: StyledLine

  init(_ entry: QuickEntry, _ context: Context, width: Int) {
    let theme = context.theme
    var facts = StyledLine.blank
    func add(_ text: String, _ role: Role) {
      facts.append(width >= 60 ? "  \(context.glyphs.separator)  " : " \(context.glyphs.separator) ", theme[.border])
      facts.append(text, theme[role])
    }
    let today = context.today.day
    if let due = entry.due {
      let distance = width >= 60 ? ", \(due.distance(from: today))" : ""
      add(due.short(context.order, from: today) + distance, .today)
    } else {
      add("no date", .muted)
    }
    if entry.priority == .high { add("\(context.glyphs.high) high", .high) }
    if entry.kind != .custom { add(entry.kind.word, .text) }
    if let person = entry.personName { add("@\(person)", .accent) }
    let room = max(10, width - facts.width)
    var line = StyledLine(
      DisplayText(entry.name).truncated(to: room, mark: context.glyphs.ellipsis), theme[.heading])
    for run in facts.runs { line.append(run.text, run.style) }
    self.line = line
  }
}
