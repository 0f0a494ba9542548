import Reminders
import Terminal

extension FormScreen {
  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let layout = FormLayout(self, in: area, context)
    var detailsArea: Rectangle?
    for (index, row) in layout.rows.dropFirst(layout.firstRow).prefix(area.size.rows).enumerated() {
      let place = Rectangle(origin: area.origin.offset(rows: index), size: Size(columns: area.size.columns, rows: 1))
      switch row {
      case .field(let field): render(field, layout, into: &frame, in: place, context)
      case .note(let text, let role): render(note: text, context.theme[role], into: &frame, in: place, context)
      case .readOnly(let label, let value):
        frame.write(label, at: place.origin.offset(columns: 2), style: context.theme[.muted])
        frame.write(
          DisplayText(value).truncated(to: layout.valueWidth, mark: context.glyphs.ellipsis),
          at: place.origin.offset(columns: FormLayout.labelWidth), style: context.theme[.muted])
      case .details:
        let line = Rectangle(
          origin: place.origin.offset(columns: 2), size: Size(columns: layout.detailsWidth, rows: 1))
        frame.restyle(line, context.theme[.field])
        detailsArea =
          detailsArea.map { area in
            Rectangle(origin: area.origin, size: Size(columns: area.size.columns, rows: area.size.rows + 1))
          } ?? line
      case .blank: break
      }
    }
    if let detailsArea {
      let cursor = details.renderLines(into: &frame, in: detailsArea, style: .plain)
      if focus == .details { frame.cursor = cursor }
    }
    if let failure { renderFailure(failure, into: &frame, context) }
  }

  private func renderFailure(_ failure: String, into frame: inout Frame, _ context: Context) {
    let footer = Layout(context.size).footer.inset(columns: 1)
    frame.write(
      DisplayText(failure).truncated(to: footer.size.columns, mark: context.glyphs.ellipsis), at: footer.origin,
      style: context.theme[.error])
  }

  private func render(note: String, _ style: Style, into frame: inout Frame, in place: Rectangle, _ context: Context) {
    let room = place.size.columns - FormLayout.labelWidth - 1
    frame.write(
      DisplayText(note).truncated(to: room, mark: context.glyphs.ellipsis),
      at: place.origin.offset(columns: FormLayout.labelWidth), style: style)
  }

  private func render(
    _ field: FormField, _ layout: FormLayout, into frame: inout Frame, in place: Rectangle, _ context: Context
  ) {
    let isFocused = field == focus
    if isFocused { frame.write(context.glyphs.selected, at: place.origin, style: context.theme[.accent]) }
    frame.write(field.title, at: place.origin.offset(columns: 2), style: context.theme[isFocused ? .accent : .muted])
    let origin = place.origin.offset(columns: FormLayout.labelWidth)
    switch field {
    case .name, .due:
      frame.restyle(
        Rectangle(origin: origin, size: Size(columns: layout.valueWidth, rows: 1)), context.theme[.field])
      let text = field == .name ? name : due
      let cursor = text.renderLine(into: &frame, at: origin, width: layout.valueWidth, style: .plain)
      if isFocused { frame.cursor = cursor }
    case .priority:
      render(
        choices: Reminder.Priority.allCases.map { ($0.rawValue, $0 == priority) }, isFocused, &frame, origin, context)
    case .kind:
      render(choices: Reminder.Kind.allCases.map { ($0.word, $0 == kind) }, isFocused, &frame, origin, context)
    case .details: break
    }
    renderAside(field, into: &frame, in: place, context)
  }

  /// ` normal [high]`: the brackets say it, not only the colour.
  private func render(
    choices: [(word: String, isChosen: Bool)], _ isFocused: Bool, _ frame: inout Frame, _ origin: Position,
    _ context: Context
  ) {
    var column = origin.column
    for choice in choices {
      let text = choice.isChosen ? "[\(choice.word)]" : " \(choice.word) "
      let style = choice.isChosen ? context.theme[.heading] : context.theme[.muted]
      if choice.isChosen, isFocused { frame.cursor = Position(column: column + 1, row: origin.row) }
      column = frame.write(text, at: Position(column: column, row: origin.row), style: style) + 1
    }
  }

  /// The counter of a text, or the day that is read from one.
  private func renderAside(_ field: FormField, into frame: inout Frame, in place: Rectangle, _ context: Context) {
    let aside: (text: String, role: Role)
    switch field {
    case .name: aside = counter(name.text, ReminderDraft.nameLimit)
    case .details: aside = counter(details.text, ReminderDraft.detailsLimit)
    case .due: aside = dueReading(context)
    case .priority, .kind: return
    }
    guard place.size.columns >= 60 || field != .name else { return }
    frame.write(
      aside.text, endingAt: place.columns.upperBound - 2, row: place.origin.row, style: context.theme[aside.role])
  }

  private func counter(_ text: String, _ limit: Int) -> (String, Role) {
    let count = text.salesforceLength
    return ("\(count.grouped)/\(limit.grouped)", count > limit ? .error : .muted)
  }

  private func dueReading(_ context: Context) -> (String, Role) {
    guard let day = try? readDue(context) else { return due.text.trimmed.isEmpty ? ("no date", .muted) : ("?", .error) }
    let today = context.today.day
    let date = day.short(context.order, from: today)
    let distance = day.distance(from: today)
    let whole = "\(date), \(distance)"
    return (whole.count <= FormLayout.asideWidth - 2 ? whole : date, .today)
  }
}
