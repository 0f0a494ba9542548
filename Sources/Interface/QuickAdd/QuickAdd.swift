import Foundation
import Localization
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

  var title: String { localized("Add a task") }
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
    try QuickEntry(field.text, today: context.today.day)
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

  mutating func settle(in area: Rectangle, _ context: Context) {
    field.settleLine(width: EntryPanel.width(context))
  }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    EntryPanel(title: title, field: field, keys: context.keys[.quickAdd])
      .render(reading(context), into: &frame, context)
  }

  /// What the line means so far, or what is wrong with it.
  private func reading(_ context: Context) -> [StyledLine] {
    if let failure { return EntryPanel.note(failure, .error, context) }
    guard !field.text.trimmed.isEmpty else {
      return EntryPanel.note(localized("e.g. Call Ada tomorrow !high #call @Ada Lovelace"), .muted, context)
    }
    do {
      let entry = try entry(context)
      let found = entry.person != nil && entry.person == person.lookUp ? person : nil
      return EntryReading(entry, found, context, width: EntryPanel.width(context)).lines
        + (found?.trouble(context).map { EntryPanel.note($0, .muted, context) } ?? [])
    } catch {
      return EntryPanel.note(error.description, .error, context)
    }
  }
}
