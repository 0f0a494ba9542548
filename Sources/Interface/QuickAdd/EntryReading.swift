import Localization
import Reminders
import Terminal

/// What a quick entry means: `Call Ada · Wed 25 Nov, tomorrow · ▲ high · call · @Ada Lovelace`.
///
/// Where it is too long the name is cut, since that can be read in the line above, and the rest goes on in the next line.
struct EntryReading {
  private(set) var lines: [StyledLine]

  /// - Parameter people: whom it may mean by a name, where that was looked up.
  init(_ entry: QuickEntry, _ people: LookAhead?, _ context: Context, width: Int) {
    let name = DisplayText(entry.name)
    let isShort = name.width + EntryReading.facts(entry, people, context, isShort: false).width > width
    let facts = EntryReading.facts(entry, people, context, isShort: isShort)
    lines = [
      StyledLine(
        name.truncated(to: max(10, width - facts.width), mark: context.glyphs.ellipsis), context.theme[.heading])
    ]
    // A separator and what stands after it.
    for start in stride(from: 0, to: facts.runs.count - 1, by: 2) {
      let (separator, fact) = (facts.runs[start], facts.runs[start + 1])
      let last = lines.count - 1
      if lines[last].width + separator.text.width + fact.text.width <= width {
        lines[last].append(separator.text, separator.style)
        lines[last].append(fact.text, fact.style)
      } else {
        lines.append(StyledLine(fact.text, fact.style))
      }
    }
  }

  private static func facts(
    _ entry: QuickEntry, _ people: LookAhead?, _ context: Context, isShort: Bool
  ) -> StyledLine {
    let theme = context.theme
    let gap = isShort ? " " : "  "
    var facts = StyledLine.blank
    func add(_ text: String, _ role: Role) {
      facts.append("\(gap)\(context.glyphs.separator)\(gap)", theme[.border])
      facts.append(text, theme[role])
    }
    let today = context.today.day
    if let due = entry.due {
      add(due.short(from: today) + (isShort ? "" : ", \(due.distance(from: today))"), .today)
    } else {
      add(localized("no date"), .muted)
    }
    if entry.priority == .high { add("\(context.glyphs.high) \(entry.priority.shownWord)", .high) }
    if entry.kind != .custom { add(entry.kind.word, .text) }
    if let person = entry.personName {
      switch people?.match {
      case .one(let record): add("@\(record.name)\(isShort ? "" : " (\(record.kind.word))")", .accent)
      case .several, .some(.none): add("@\(person)?", .pending)
      case nil: add("@\(person)", .accent)
      }
    }
    return facts
  }
}
