import Localization
import Reminders
import Terminal

/// A reminder as one row of a list.
struct RowView {
  private let row: ReminderRow
  private let heading: ListHeading
  private let isSelected: Bool
  private let isMarked: Bool
  private let columns: RowColumns
  private let context: Context

  init(
    _ row: ReminderRow, under heading: ListHeading, isSelected: Bool, isMarked: Bool, _ columns: RowColumns,
    _ context: Context
  ) {
    self.row = row
    self.heading = heading
    self.isSelected = isSelected
    self.isMarked = isMarked
    self.columns = columns
    self.context = context
  }

  private var theme: Theme { context.theme }
  private var fields: ReminderFields { row.reminder.fields }
  private var isQuiet: Bool { fields.isCompleted || row.isClosedOnlyThere }

  func render(into frame: inout Frame, in place: Rectangle) {
    if context.freshChange(of: row) != nil { frame.restyle(place, theme[.changed]) }
    if isSelected { frame.restyle(place, theme[.selection]) }
    func at(_ column: Int) -> Position { place.origin.offset(columns: column) }
    if isSelected { frame.write(context.glyphs.selected, at: at(columns.selection), style: theme[.accent]) }
    if isMarked { frame.write(context.glyphs.marked, at: at(columns.marked), style: theme[.accent]) }
    renderMark(into: &frame, at: at(columns.mark))
    frame.write(fields.isCompleted ? "[x]" : "[ ]", at: at(columns.checkBox.lowerBound), style: quiet(.text))
    if fields.priority == .high { frame.write(context.glyphs.high, at: at(columns.priority), style: quiet(.high)) }
    if let kind = columns.kind, row.reminder.kind != .custom {
      frame.write(
        row.reminder.kind.word, at: at(kind.lowerBound), style: isSelected && !isQuiet ? .plain : quiet(.muted))
    }
    let badgeStart = renderBadges(into: &frame, in: place)
    let who = columns.who.flatMap { whoText(room: min($0.upperBound, badgeStart - 2) - $0.lowerBound) }
    // A name has the room of a person that is not there.
    let nameEnd = min(who == nil ? columns.end : columns.name.upperBound, badgeStart - 2)
    var nameStyle = quiet(.text)
    if fields.isCompleted { nameStyle.attributes.insert(.strikethrough) }
    let terms = SearchTerms(context.list.query.filter.text)
    frame.write(
      fields.shownName
        .truncated(
          to: max(0, nameEnd - columns.name.lowerBound), mark: context.glyphs.ellipsis),
      at: at(columns.name.lowerBound), style: nameStyle, matching: terms)
    if let who, let start = columns.who?.lowerBound {
      frame.write(who, at: at(start), style: quiet(.muted), matching: terms)
    }
  }

  private func renderMark(into frame: inout Frame, at position: Position) {
    let glyphs = context.glyphs
    switch row.mark {
    case .synced: break
    case .pending: frame.write(glyphs.pending, at: position, style: theme[.pending])
    case .refused: frame.write(glyphs.refused, at: position, style: theme[.error])
    case .conflict: frame.write(glyphs.conflict, at: position, style: theme[.conflict])
    case .localOnly:
      // Without Salesforce all of them are, so it says nothing.
      if context.list.settings.isOn { frame.write(glyphs.localOnly, at: position, style: theme[.localOnly]) }
    }
  }

  /// Draws the badges that leave enough of the name; returns where they start.
  private func renderBadges(into frame: inout Frame, in place: Rectangle) -> Int {
    let most = (columns.end - columns.name.lowerBound) / 2
    var shown: [(text: DisplayText, role: Role)] = []
    var width = 0
    for badge in Badge.badges(of: row, under: heading, context) {
      let text = DisplayText(badge.text).truncated(to: most, mark: context.glyphs.ellipsis)
      let needed = text.width + (shown.isEmpty ? 0 : 2)
      guard width + needed <= most else { continue }
      shown.append((text, badge.role))
      width += needed
    }
    // The most important one is at the edge, where the eye finds it.
    var column = columns.end
    for badge in shown {
      column -= badge.text.width
      frame.write(badge.text, at: place.origin.offset(columns: column), style: theme[badge.role])
      column -= 2
    }
    return shown.isEmpty ? columns.end + 2 : column + 2
  }

  /// The person and what it is related to, or as much of it as says something; `nil` if there is nothing.
  private func whoText(room: Int) -> DisplayText? {
    let names = [fields.person?.name, fields.relatedTo?.name].compactMap(\.self).filter { !DisplayText($0).isEmpty }
    guard let first = names.first, room >= 6 else { return nil }
    let whole = DisplayText(names.joined(separator: " \(context.glyphs.separator) "))
    let short = DisplayText(first)
    // A few letters of a second name only look like a mistake.
    let isSecondReadable = room - short.width >= 11
    return (whole.width <= room || isSecondReadable ? whole : short).truncated(to: room, mark: context.glyphs.ellipsis)
  }

  /// The style of a role, or the one of what is done where the row is.
  private func quiet(_ role: Role) -> Style { isQuiet ? theme[.completed] : role == .text ? .plain : theme[role] }
}

extension Reminder.Kind {
  /// As lists show it; a custom one is nothing special.
  var word: String {
    switch self {
    case .email: localized("email")
    case .call: localized("call")
    case .inMail: localized("inMail")
    case .custom: localized("custom")
    }
  }
}
