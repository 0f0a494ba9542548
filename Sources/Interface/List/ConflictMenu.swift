import Localization
import Reminders
import Terminal

/// Both versions of every field that both sides changed; the one that does not stand can be taken, field by field.
struct ConflictMenu: ScreenState {
  private let id: ReminderID
  private let name: DisplayText
  private(set) var selected = 0

  static let keys = [
    KeyBinding(.down, "j down", "next field"),
    KeyBinding(.up, "k up", "previous field"),
    KeyBinding(
      .takeOtherVersion, "enter", "take the other version; 1 to 9 take that of their field", hint: "take the other"),
    KeyBinding(.dismissConflicts, "x", "seen: leave all as it is", hint: "seen"),
    .menuPalette,
    KeyBinding(.back, "esc", "close", hint: "close"),
  ]

  init(_ row: ReminderRow) {
    id = row.id
    name = row.reminder.fields.shownName
  }

  var title: String { localized("Conflict") }
  var scopes: [Scope] { [.conflict, .always] }
  var isOverlay: Bool { true }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    switch command {
    case .down: selected += 1
    case .up: selected -= 1
    case .takeOtherVersion: return takeOther(selected, context)
    case .dismissConflicts: return [.effect(.perform(.dismissConflicts([id]))), .close]
    default: return [.close]
    }
    return []
  }

  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] {
    guard case .character(let digit) = press.key, let number = digit.wholeNumberValue else { return [] }
    return takeOther(number - 1, context)
  }

  private func takeOther(_ index: Int, _ context: Context) -> [Step] {
    let entries = context.conflicts(of: id)
    guard entries.indices.contains(index) else { return [] }
    let entry = entries[index]
    let take = Step.effect(.perform(.resolveConflict(id, keeping: entry.kept.other, entry.field)))
    return entries.count == 1 ? [take, .close] : [take]
  }

  mutating func settle(in area: Rectangle, _ context: Context) {
    selected = min(max(0, selected), max(0, context.conflicts(of: id).count - 1))
  }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let theme = context.theme
    let entries = context.conflicts(of: id)
    var rest = area
    var place = rest.takeBottom(min(area.size.rows, max(1, entries.count) + 2))
    frame.fill(place, style: theme[.text])
    let rule = place.takeTop(1)
    frame.horizontalLine(at: rule.origin, length: rule.size.columns, glyphs: context.glyphs.box, style: theme[.border])
    let heading = DisplayText(" \(localized("Both sides changed “\(name.text)”")) ")
    frame.write(
      heading.truncated(to: rule.size.columns - 4, mark: context.glyphs.ellipsis),
      at: rule.origin.offset(columns: 2), style: theme[.conflict])
    guard !entries.isEmpty else {
      frame.write(
        localized("Nothing is in conflict any more."), at: place.origin.offset(columns: 2), style: theme[.muted])
      frame.cursor = place.origin
      return
    }
    let columns = VersionColumns(width: place.size.columns)
    let sides = place.takeTop(1).origin
    frame.write(localized("Here"), at: sides.offset(columns: columns.here + 1), style: theme[.muted])
    frame.write("Salesforce", at: sides.offset(columns: columns.there + 1), style: theme[.muted])
    let first = max(0, min(selected, selected - place.size.rows + 1))
    for (row, index) in entries.indices.dropFirst(first).prefix(place.size.rows).enumerated() {
      render(index, entries[index], columns, into: &frame, at: place.origin.offset(rows: row), context)
    }
  }

  private func render(
    _ index: Int, _ entry: ConflictEntry, _ columns: VersionColumns, into frame: inout Frame, at origin: Position,
    _ context: Context
  ) {
    let theme = context.theme
    if index == selected {
      frame.write(context.glyphs.selected, at: origin, style: theme[.accent])
      frame.cursor = origin
    }
    if index < 9 { frame.write("\(index + 1)", at: origin.offset(columns: 1), style: theme[.key]) }
    frame.write(
      DisplayText(entry.title).truncated(to: columns.here - 4, mark: context.glyphs.ellipsis),
      at: origin.offset(columns: 3), style: theme[.muted])
    for (side, column) in [(Merge.Side.here, columns.here), (.there, columns.there)] {
      let text = DisplayText(context.shown(entry, side)).truncated(to: columns.width - 2, mark: context.glyphs.ellipsis)
        .text
      // The brackets say which one stands, not only the colour.
      let isStanding = side == entry.kept
      frame.write(
        isStanding ? "[\(text)]" : " \(text) ", at: origin.offset(columns: column),
        style: theme[isStanding ? .heading : .muted])
    }
  }
}

/// Where the two versions of a field are.
private struct VersionColumns {
  let here: Int
  let there: Int
  let width: Int

  init(width total: Int) {
    // A narrow screen has only the beginning of a long title.
    let widest = ConflictEntry.titles.map { DisplayText($0).width + 4 }.max() ?? 0
    here = total >= 60 ? max(16, widest) : 12
    width = max(4, (total - here - 1) / 2)
    there = here + width
  }
}

extension ConflictEntry {
  /// The field; `nil` for a deletion, which is about all of them.
  var field: ReminderField? {
    if case .field(let field) = subject { field } else { nil }
  }

  var title: String { field?.title ?? Self.deletion }

  static var titles: [String] { ReminderField.allCases.map(\.title) + [deletion] }

  private static var deletion: String { localized("Deleted") }
}
