import Foundation
import Localization
import Reminders
import Terminal

/// A day, typed or picked in a calendar: what is typed is shown there, and the arrows go on from it.
struct CalendarMenu: ScreenState {
  private(set) var selected: Day
  /// The tasks that are moved to the day; without any the screen below is told of it.
  private let reminders: [ReminderID]
  private var typed = TextField()
  /// Why what is typed cannot be taken; said only when it was tried.
  private var failure: String?

  static let keys = [
    KeyBinding(.save, "enter", "take the day", hint: "take it"),
    KeyBinding(.previousValue, "left", "the day before"),
    KeyBinding(.nextValue, "right", "the day after"),
    KeyBinding(.down, "down", "a week later"),
    KeyBinding(.up, "up", "a week earlier"),
    KeyBinding(.halfPageDown, "pagedown", "a month later", hint: "month"),
    KeyBinding(.halfPageUp, "pageup", "a month earlier"),
    KeyBinding(.first, "home", "today", hint: "today"),
    KeyBinding(.back, "esc", "leave it as it was", hint: "cancel"),
  ]

  /// - Parameter reminders: The tasks that shall be due on the day.
  init(on day: Day, moving reminders: [ReminderID] = []) {
    selected = day
    self.reminders = reminders
  }

  var title: String { localized("Pick a day") }
  var scopes: [Scope] { [.calendar, .always] }
  var isOverlay: Bool { true }
  var hasFooter: Bool { failure != nil }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    switch command {
    case .previousValue: select(selected.adding(days: -1))
    case .nextValue: select(selected.adding(days: 1))
    case .up: select(selected.adding(days: -7))
    case .down: select(selected.adding(days: 7))
    case .halfPageUp: select(selected.adding(months: -1))
    case .halfPageDown: select(selected.adding(months: 1))
    case .first: select(context.today.day)
    case .save: return take(context)
    default: return [.close]
    }
    return []
  }

  private mutating func take(_ context: Context) -> [Step] {
    do {
      if !typed.text.trimmed.isEmpty { selected = try day(context) }
    } catch {
      failure = error.description
      return []
    }
    return [.close, reminders.isEmpty ? .tell(.picked(selected)) : .effect(.perform(.setDue(reminders, selected)))]
  }

  /// Only days that Salesforce takes (Object Reference, "Date": 1700 to 4000).
  private mutating func select(_ day: Day) {
    (typed, failure) = (TextField(), nil)
    if (1_700...4_000).contains(day.components.year) { selected = day }
  }

  // MARK: - Typing

  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] {
    if typed.press(press) { follow(context) }
    return []
  }

  mutating func paste(_ text: String, _ context: Context) -> [Step] {
    typed.insert(text)
    follow(context)
    return []
  }

  private mutating func follow(_ context: Context) {
    failure = nil
    if let day = try? day(context) { selected = day }
  }

  private func day(_ context: Context) throws(ReminderError) -> Day {
    let text = typed.text.trimmed
    switch DayExpression(today: context.today.day).read(text) {
    case .day(let day): return day
    case .impossible(let text): throw .noSuchDay(text)
    case .none: throw .notADate(text)
    }
  }

  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] {
    switch mouse.action {
    case .wheelDown: select(selected.adding(days: 7))
    case .wheelUp: select(selected.adding(days: -7))
    case .press(.left):
      let layout = CalendarLayout(selected, in: Layout(context.size).body)
      guard let day = layout.day(at: mouse.position) else { return [] }
      if day == selected { return take(context) }
      select(day)
    default: break
    }
    return []
  }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    let layout = CalendarLayout(selected, in: area)
    let theme = context.theme
    frame.fill(layout.area, style: theme[.text])
    frame.horizontalLine(
      at: layout.area.origin, length: layout.area.size.columns, glyphs: context.glyphs.box, style: theme[.border])
    let end = frame.write(" \(reading(context)) ", at: layout.area.origin.offset(columns: 2), style: theme[.accent])
    for month in layout.months { render(month, into: &frame, context) }
    renderTyped(into: &frame, layout.area, from: end, context)
  }

  private func reading(_ context: Context) -> String {
    let day = "\(selected.long()), \(selected.distance(from: context.today.day))"
    let count = reminders.count
    return count > 1 ? localized(count, one: "\(count) task to \(day)", other: "\(count) tasks to \(day)") : day
  }

  /// What is typed, an example while it is nothing, or why it is no day: on the rule, or under it where that is full.
  private func renderTyped(into frame: inout Frame, _ area: Rectangle, from end: Int, _ context: Context) {
    let theme = context.theme
    if let failure {
      return FooterText.render(failure, theme[.error], into: &frame, in: Layout(context.size).footer, context)
    }
    let isEmpty = typed.text.isEmpty
    let words = isEmpty ? localized("or type: fri, +3d, 1 dec") : "\(context.glyphs.prompt) \(typed.text)"
    let text = DisplayText(" \(words) ")
    let room = area.columns.upperBound - end - 3
    guard room >= 8, !isEmpty || text.width <= room else { return }
    frame.write(
      text.truncated(to: room, mark: context.glyphs.ellipsis), at: Position(column: end + 2, row: area.origin.row),
      style: theme[isEmpty ? .muted : .text])
  }

  private func render(_ month: CalendarLayout.Month, into frame: inout Frame, _ context: Context) {
    let theme = context.theme
    if let title = month.title {
      let year = String(month.first.components.year)
      frame.write(localized("\(month.first.monthName) \(year)", "month and year"), at: title, style: theme[.heading])
    }
    if let weekdays = month.weekdays {
      for (index, weekday) in Weekday.week.enumerated() {
        let place = weekdays.offset(columns: index * CalendarLayout.dayWidth + 1)
        frame.write(String(weekday.shortName.prefix(2)), at: place, style: theme[.muted])
      }
    }
    for (day, place) in month.days {
      let number = String(day.components.day)
      let text = number.count == 1 ? " \(number)" : number
      let isSelected = day == selected
      let style = theme[day == context.today.day ? .today : day < context.today.day ? .muted : .text]
      frame.write(isSelected ? "[\(text)]" : " \(text) ", at: place, style: isSelected ? theme[.accent] : style)
      if isSelected { frame.cursor = place.offset(columns: 1) }
    }
  }
}
