import Reminders
import Terminal

/// A new task on one line, read while it is typed.
struct QuickAdd: ScreenState {
  private(set) var field: TextField
  private(set) var isSaving = false
  /// Why it was not added.
  private var failure: String?

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
        let entry = try QuickEntry(field.text, today: context.today.day, order: context.order)
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
    if field.press(press) { failure = nil }
    return []
  }

  mutating func paste(_ text: String, _ context: Context) -> [Step] {
    field.insert(text)
    failure = nil
    return []
  }

  mutating func answered(_ answer: Answer, _ context: Context) -> [Step] {
    isSaving = false
    if case .failed(let line) = answer {
      failure = line
      return []
    }
    return [.keepEntry(""), .close]
  }

  private static let label = "Add"

  private func area(_ context: Context) -> (rule: Rectangle, line: Rectangle, reading: Rectangle) {
    let layout = Layout(context.size)
    var body = layout.body
    let line = body.takeBottom(1)
    return (body.takeBottom(1), line, layout.footer)
  }

  private func fieldWidth(_ line: Rectangle) -> Int { max(1, line.size.columns - 4) }

  mutating func settle(in area: Rectangle, _ context: Context) {
    field.settleLine(width: fieldWidth(self.area(context).line))
  }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let (rule, line, reading) = self.area(context)
    let theme = context.theme
    for place in [rule, line, reading] { frame.fill(place, style: theme[.text]) }
    frame.horizontalLine(at: rule.origin, length: rule.size.columns, glyphs: context.glyphs.box, style: theme[.border])
    frame.write(" \(title) ", at: rule.origin.offset(columns: 2), style: theme[.accent])
    frame.write(context.glyphs.prompt, at: line.origin.offset(columns: 1), style: theme[.accent])
    frame.cursor = field.renderLine(
      into: &frame, at: line.origin.offset(columns: 3), width: fieldWidth(line), style: .plain)
    frame.write(
      self.reading(context), at: reading.origin.offset(columns: 3), width: max(0, reading.size.columns - 4))
  }

  /// What the line means so far, or what is wrong with it.
  private func reading(_ context: Context) -> StyledLine {
    let theme = context.theme
    if let failure { return StyledLine(failure, theme[.error]) }
    guard !field.text.trimmed.isEmpty else {
      return StyledLine("e.g. Call Ada tomorrow !high #call @Ada Lovelace", theme[.muted])
    }
    do {
      let entry = try QuickEntry(field.text, today: context.today.day, order: context.order)
      return EntryReading(entry, context).line
    } catch {
      return StyledLine(error.description, theme[.error])
    }
  }
}
