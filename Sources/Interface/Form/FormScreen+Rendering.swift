import Localization
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
      case .note(let text, let role):
        frame.write(text, at: place.origin.offset(columns: FormLayout.labelWidth), style: context.theme[role])
      case .record(let index): render(recordAt: index, into: &frame, in: place, context)
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
      let cursor = self[.details].renderLines(into: &frame, in: detailsArea, style: .plain)
      if focus == .details { frame.cursor = cursor }
    }
    if let failure {
      FooterText.render(failure, context.theme[.error], into: &frame, in: Layout(context.size).footer, context)
    }
  }

  private func render(
    _ field: FormField, _ layout: FormLayout, into frame: inout Frame, in place: Rectangle, _ context: Context
  ) {
    let isFocused = field == focus
    if isFocused { frame.write(context.glyphs.selected, at: place.origin, style: context.theme[.accent]) }
    frame.write(field.title, at: place.origin.offset(columns: 2), style: context.theme[isFocused ? .accent : .muted])
    let origin = place.origin.offset(columns: FormLayout.labelWidth)
    switch field {
    case .name, .due, .remind, .callOutcome, .callReason, .person, .relatedTo, .assignee:
      let width = layout.width(of: field)
      frame.restyle(Rectangle(origin: origin, size: Size(columns: width, rows: 1)), context.theme[.field])
      let cursor = self[field]
        .renderLine(
          into: &frame, at: origin, width: width, style: .plain, mark: isFocused ? nil : context.glyphs.ellipsis)
      if isFocused { frame.cursor = cursor }
    case .priority:
      let choices = Reminder.Priority.allCases.map { Choice(word: $0.shownWord, isChosen: $0 == priority) }
      render(choices, isFocused, into: &frame, at: origin, context)
    case .kind:
      let choices = Reminder.Kind.allCases.map { Choice(word: $0.word, isChosen: $0 == kind) }
      render(choices, isFocused, into: &frame, at: origin, context)
    case .details: break
    }
    renderAside(field, layout, into: &frame, in: place, context)
  }

  private struct Choice {
    let word: String
    let isChosen: Bool
    /// The brackets say it, not only the colour.
    var text: String { isChosen ? "[\(word)]" : " \(word) " }
  }

  /// All values in a row; only the chosen one where they do not fit.
  private func render(
    _ choices: [Choice], _ isFocused: Bool, into frame: inout Frame, at origin: Position, _ context: Context
  ) {
    let width = choices.reduce(0) { $0 + DisplayText($1.text).width + 1 }
    let fits = origin.column + width <= frame.size.columns
    var column = origin.column
    for choice in choices where fits || choice.isChosen {
      let style = context.theme[choice.isChosen ? .heading : .muted]
      if choice.isChosen, isFocused { frame.cursor = Position(column: column + 1, row: origin.row) }
      column = frame.write(choice.text, at: Position(column: column, row: origin.row), style: style) + 1
    }
    if !fits {
      frame.write(
        localized("space changes"), at: Position(column: column, row: origin.row), style: context.theme[.muted])
    }
  }

  /// What is read from a text, or its counter.
  private func renderAside(
    _ field: FormField, _ layout: FormLayout, into frame: inout Frame, in place: Rectangle, _ context: Context
  ) {
    if field == .due || field == .remind {
      let column = FormLayout.labelWidth + layout.dueWidth + 2
      let room = place.size.columns - column - 1
      guard let reading = reading(field, context).first(where: { $0.count <= room }) else { return }
      frame.write(reading, at: place.origin.offset(columns: column), style: context.theme[.today])
    }
    if let picker = pickers[field] {
      let column = FormLayout.labelWidth + layout.pickerWidth + 2
      guard let reading = picker.reading(isNew: original == nil), reading.count < place.size.columns - column else {
        return
      }
      frame.write(reading, at: place.origin.offset(columns: column), style: context.theme[.muted])
    }
    guard let limit = field.limit else { return }
    let count = self[field].text.salesforceLength
    // A line that has the whole width leaves no room for its counter.
    guard field == .details || layout.nameWidth < layout.noteWidth else { return }
    frame.write(
      "\(count.grouped)/\(limit.grouped)", endingAt: place.columns.upperBound - 2, row: place.origin.row,
      style: context.theme[count > limit ? .error : .muted])
  }

  /// What is read from a day or a time, from the longest to the shortest.
  private func reading(_ field: FormField, _ context: Context) -> [String] {
    let isEmpty = self[field].text.trimmed.isEmpty
    if field == .remind {
      if isEmpty { return [localized("no reminder")] }
      guard let moment = try? readRemind(context) else { return [localized("not a time yet")] }
      let day = context.day(of: moment)
      return ["\(day.short(from: context.today.day)) \(context.clock(moment))", context.clock(moment)]
    }
    if isEmpty { return [localized("no date")] }
    guard let day = try? readDue(context) else { return [localized("not a date yet")] }
    let short = day.short(from: context.today.day)
    return ["\(short), \(day.distance(from: context.today.day))", short]
  }
}
