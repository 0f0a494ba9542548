import Foundation
import Reminders
import Terminal

/// A new task on one line, read while it is typed.
struct QuickAdd: ScreenState {
  private(set) var field: TextField
  private(set) var isSaving = false
  /// Why it was not added.
  private var failure: String?
  /// Whom the line may mean by a name.
  private(set) var person = LookAhead(.person)

  static let keys = [
    KeyBinding(.save, "enter", "add it", hint: "add"),
    KeyBinding(.back, "esc", "close; the text is kept for the next time", hint: "keep for later"),
  ]

  init(_ context: Context) {
    field = TextField(context.unfinishedEntry)
  }

  var title: String { "Add a task" }
  var scopes: [Scope] { [.quickAdd, .always] }
  var isOverlay: Bool { true }
  var hasFooter: Bool { true }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    switch command {
    case .save where !isSaving:
      // An empty line is not worth an error; it is how people leave.
      if field.text.trimmed.isEmpty { return [.keepEntry(""), .close] }
      do {
        let entry = try entry(context)
        // Nobody of that name is known here: the org may know more.
        if entry.person != nil, entry.person == person.lookUp, person.isWorthSearching { return person.searchNow() }
        isSaving = true
        return [.effect(.add(entry))]
      } catch {
        failure = error.description
        return []
      }
    case .back: return [.keepEntry(field.text), .close]
    default: return []
    }
  }

  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] {
    guard field.press(press) else { return [] }
    failure = nil
    return lookForPerson(context)
  }

  mutating func paste(_ text: String, _ context: Context) -> [Step] {
    field.insert(text)
    failure = nil
    return lookForPerson(context)
  }

  private func entry(_ context: Context) throws(ReminderError) -> QuickEntry {
    try QuickEntry(field.text, today: context.today.day, order: context.order)
  }

  private mutating func lookForPerson(_ context: Context) -> [Step] {
    guard let name = (try? entry(context))?.personName else { return [] }
    return person.look(for: name)
  }

  mutating func told(_ news: News, _ context: Context) -> [Step] {
    if case .lookedUp(let answer) = news { person.take(answer, context) }
    return []
  }

  func nextDeadline(_ context: Context) -> Date? { person.deadline }
  mutating func timePassed(_ context: Context) -> [Step] { person.timePassed(context) }

  mutating func answered(_ answer: Answer, _ context: Context) -> [Step] {
    isSaving = false
    if case .failed(let line) = answer {
      failure = line
      return []
    }
    return [.keepEntry(""), .close]
  }

  private struct Areas {
    let rule: Rectangle
    let line: Rectangle
    let reading: Rectangle
  }

  /// Above the status bar, as high as what is read needs.
  private func areas(_ context: Context, readingRows: Int) -> Areas {
    let layout = Layout(context.size)
    var area = layout.body
    area.size.rows += layout.footer.size.rows
    let reading = area.takeBottom(readingRows)
    let line = area.takeBottom(1)
    return Areas(rule: area.takeBottom(1), line: line, reading: reading)
  }

  private func fieldWidth(_ context: Context) -> Int { max(1, context.size.columns - 4) }

  mutating func settle(in area: Rectangle, _ context: Context) {
    field.settleLine(width: fieldWidth(context))
  }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let lines = reading(context, width: fieldWidth(context))
    let areas = areas(context, readingRows: lines.count)
    let theme = context.theme
    for place in [areas.rule, areas.line, areas.reading] { frame.fill(place, style: theme[.text]) }
    let rule = areas.rule
    frame.horizontalLine(at: rule.origin, length: rule.size.columns, glyphs: context.glyphs.box, style: theme[.border])
    frame.write(" \(title) ", at: rule.origin.offset(columns: 2), style: theme[.accent])
    frame.write(context.glyphs.prompt, at: areas.line.origin.offset(columns: 1), style: theme[.accent])
    frame.cursor = field.renderLine(
      into: &frame, at: areas.line.origin.offset(columns: 3), width: fieldWidth(context), style: .plain)
    for (row, line) in lines.enumerated() {
      frame.write(line, at: areas.reading.origin.offset(columns: 3, rows: row), width: fieldWidth(context))
    }
  }

  /// What the line means so far, or what is wrong with it.
  private func reading(_ context: Context, width: Int) -> [StyledLine] {
    let theme = context.theme
    func wrapped(_ text: String, _ role: Role) -> [StyledLine] {
      DisplayText(text).wrapped(to: width).prefix(3).map { StyledLine($0, theme[role]) }
    }
    if let failure { return wrapped(failure, .error) }
    guard !field.text.trimmed.isEmpty else {
      return wrapped("e.g. Call Ada tomorrow !high #call @Ada Lovelace", .muted)
    }
    do {
      let entry = try entry(context)
      let found = entry.person != nil && entry.person == person.lookUp ? person : nil
      return [EntryReading(entry, found, context, width: width).line]
        + (found?.trouble(context).map { wrapped($0, .muted) } ?? [])
    } catch {
      return wrapped(error.description, .error)
    }
  }
}
