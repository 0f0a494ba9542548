import Reminders
import Terminal

/// The day to which tasks are put off, typed as in a form.
struct DayPicker: ScreenState {
  private let tasks: [ReminderID]
  private var field = TextField()
  /// Why it cannot be taken; said only when it was tried.
  private var failure: String?

  static let keys = [
    KeyBinding(.save, "enter", "put them off to this day", hint: "take it"),
    KeyBinding(.back, "esc", "leave them as they are", hint: "cancel"),
  ]

  init(_ tasks: [ReminderID]) {
    self.tasks = tasks
  }

  var title: String { tasks.count == 1 ? "Snooze to" : "Snooze \(tasks.count.grouped) tasks to" }
  var scopes: [Scope] { [.pickDay, .always] }
  var isOverlay: Bool { true }
  var hasFooter: Bool { true }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    // An empty line is how people leave.
    guard command == .save, !field.text.trimmed.isEmpty else { return [.close] }
    do {
      return [.effect(.perform(.setDue(tasks, try day(context)))), .close]
    } catch {
      failure = error.description
      return []
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

  private func day(_ context: Context) throws(ReminderError) -> Day {
    switch DayExpression(today: context.today.day, order: context.order).read(field.text) {
    case .day(let day): return day
    case .impossible(let text): throw .noSuchDay(text)
    case .none: throw .notADate(field.text.trimmed)
    }
  }

  mutating func settle(in area: Rectangle, _ context: Context) {
    field.settleLine(width: EntryPanel.width(context))
  }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    EntryPanel(title: title, field: field).render(reading(context), into: &frame, context)
  }

  /// What is typed so far as a day; an example until it is one.
  private func reading(_ context: Context) -> [StyledLine] {
    if let failure { return EntryPanel.note(failure, .error, context) }
    guard let day = try? day(context) else {
      return EntryPanel.note("e.g. fri, next mon, +3d, 2w, eom, 1 dec, 2026-12-01", .muted, context)
    }
    let today = context.today.day
    return EntryPanel.note("\(day.short(context.order, from: today)), \(day.distance(from: today))", .today, context)
  }
}
