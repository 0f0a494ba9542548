import Reminders
import Terminal

/// What a quick entry means, as one line: `Call Ada · Wed 25 Nov, tomorrow · ▲ high · call · Ada Lovelace`.
struct EntryReading {
  private(set) var line: StyledLine

  init(_ entry: QuickEntry, _ context: Context) {
    let theme = context.theme
    line = StyledLine(entry.name, theme[.heading])
    func add(_ text: String, _ role: Role) {
      line.append("  \(context.glyphs.separator)  ", theme[.border])
      line.append(text, theme[role])
    }
    let today = context.today.day
    if let due = entry.due {
      add("\(due.short(context.order, from: today)), \(due.distance(from: today))", .today)
    } else {
      add("no date", .muted)
    }
    if entry.priority == .high { add("\(context.glyphs.high) high", .high) }
    if entry.kind != .custom { add(entry.kind.word, .text) }
    if let person = entry.personName { add("@\(person)", .accent) }
  }
}
