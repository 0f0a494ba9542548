import Localization
import Reminders
import Terminal

extension ListLine {
  func render(
    into frame: inout Frame, in place: Rectangle, _ columns: RowColumns, isSelected: Bool, isMarked: Bool,
    _ context: Context
  ) {
    let glyphs = context.glyphs
    switch self {
    case .vanishing(let count):
      render(
        "\(glyphs.vanishing) \(VanishingMenu.question(count))", .conflict,
        hint: KeyedText("\(.answerVanishing) decides"), into: &frame, in: place, context)
    case .overdue(let count, let isUnfolded):
      render(
        "\(isUnfolded ? glyphs.unfolded : glyphs.folded) "
          + localized(count.value, one: "\(count.text) overdue", other: "\(count.text) overdue"),
        .overdue, hint: KeyedText(isUnfolded ? "\(.toggleOverdue) folds" : "\(.toggleOverdue) unfolds"),
        into: &frame, in: place, context)
    case .heading(let heading, let count): render(heading, count, into: &frame, in: place, context)
    case .row(let heading, let row):
      RowView(row, under: heading, isSelected: isSelected, isMarked: isMarked, columns, context)
        .render(into: &frame, in: place)
    case .nothing(let heading):
      frame.write(
        localized(heading == .today ? "Nothing due today." : "Nothing due tomorrow."),
        at: place.origin.offset(columns: columns.checkBox.lowerBound), style: context.theme[.muted])
    case .more(let shown, let total):
      render(
        total.map { localized("\(shown) of \($0)") } ?? localized("the first \(shown)"), .muted,
        hint: KeyedText("\(.last) reads all"), into: &frame, in: place, context)
    case .reading(let shown, let total):
      render(
        total.map { localized("Reading: \(shown) of \($0)") } ?? localized("Reading: \(shown)"), .accent,
        hint: KeyedText("\(.back) stops"), into: &frame, in: place, context)
    case .blank: break
    }
  }

  /// A line about many tasks, with the key that has to do with them.
  private func render(
    _ text: String, _ role: Role, hint: KeyedText, into frame: inout Frame, in place: Rectangle, _ context: Context
  ) {
    let end = frame.write(text, at: place.origin.offset(columns: 1), style: context.theme[role])
    let room = place.columns.upperBound - 1 - end
    // At least the key.
    let hints = [hint, hint.keys].map { DisplayText(context.keys.text($0)) }
    if let hint = hints.first(where: { room >= $0.width + 2 }) {
      frame.write(
        hint.text, endingAt: place.columns.upperBound - 1, row: place.origin.row, style: context.theme[.muted])
    }
  }

  /// `Today  Tue 24 Nov ────────────── 6 open`
  private func render(
    _ heading: ListHeading, _ count: BoundedCount?, into frame: inout Frame, in place: Rectangle, _ context: Context
  ) {
    let row = place.origin.row
    var column = frame.write(
      heading.title(context), at: place.origin.offset(columns: 1), style: context.theme[heading.role])
    if let note = heading.note(context) {
      column = frame.write("  \(note)", at: Position(column: column, row: row), style: context.theme[.muted])
    }
    var end = place.columns.upperBound - 1
    if let count {
      let words = DisplayText(heading.words(for: count, in: context.list.query.view))
      if words.width < end - column {
        end = frame.write(words.text, endingAt: end, row: row, style: context.theme[.muted]) - 1
      }
    }
    frame.horizontalLine(
      at: Position(column: column + 1, row: row), length: end - column - 1, glyphs: context.glyphs.box,
      style: context.theme[.border])
  }
}

extension ListHeading {
  /// How many tasks are under it, and what they are.
  fileprivate func words(for count: BoundedCount, in view: ReminderView) -> String {
    switch (view, self) {
    case (.trash, _): localized(count.value, one: "\(count.text) deleted", other: "\(count.text) deleted")
    case (.outbox, .refused): localized(count.value, one: "\(count.text) refused", other: "\(count.text) refused")
    case (.outbox, .conflict):
      localized(count.value, one: "\(count.text) in conflict", other: "\(count.text) in conflict")
    case (.outbox, _): localized(count.value, one: "\(count.text) waiting", other: "\(count.text) waiting")
    case (.delegated, _): localized(count.value, one: "\(count.text) given", other: "\(count.text) given")
    case (.completed, _), (_, .completed):
      localized(count.value, one: "\(count.text) done", other: "\(count.text) done")
    default: localized(count.value, one: "\(count.text) open", other: "\(count.text) open")
    }
  }
}
