import Foundation
import Reminders
import Terminal

/// A day picked in a calendar.
struct CalendarMenu: ScreenState {
  private(set) var selected: Day
  /// The tasks that are moved to the day; without any the screen below is told of it.
  private let reminders: [ReminderID]

  static let keys = [
    KeyBinding(.save, "enter", "take the day", hint: "take it"),
    KeyBinding(.previousValue, "h left", "the day before"),
    KeyBinding(.nextValue, "l right", "the day after"),
    KeyBinding(.down, "j down", "a week later"),
    KeyBinding(.up, "k up", "a week earlier"),
    KeyBinding(.halfPageDown, "ctrl-d pagedown", "a month later", hint: "month"),
    KeyBinding(.halfPageUp, "ctrl-u pageup", "a month earlier"),
    KeyBinding(.first, "t home", "today", hint: "today"),
    KeyBinding(.back, "esc q", "leave it as it was", hint: "cancel"),
  ]

  /// - Parameter reminders: The tasks that shall be due on the day.
  init(on day: Day, moving reminders: [ReminderID] = []) {
    selected = day
    self.reminders = reminders
  }

  var title: String { "Pick a day" }
  var scopes: [Scope] { [.calendar, .always] }
  var isOverlay: Bool { true }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    switch command {
    case .previousValue: select(selected.adding(days: -1))
    case .nextValue: select(selected.adding(days: 1))
    case .up: select(selected.adding(days: -7))
    case .down: select(selected.adding(days: 7))
    case .halfPageUp: select(selected.adding(months: -1))
    case .halfPageDown: select(selected.adding(months: 1))
    case .first: select(context.today.day)
    case .save: return [.close, take()]
    default: return [.close]
    }
    return []
  }

  private func take() -> Step {
    reminders.isEmpty ? .tell(.picked(selected)) : .effect(.perform(.setDue(reminders, selected)))
  }

  /// Only days that Salesforce takes (Object Reference, "Date": 1700 to 4000).
  private mutating func select(_ day: Day) {
    if (1_700...4_000).contains(day.components.year) { selected = day }
  }

  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] {
    switch mouse.action {
    case .wheelDown: select(selected.adding(days: 7))
    case .wheelUp: select(selected.adding(days: -7))
    case .press(.left):
      let layout = CalendarLayout(selected, in: Layout(context.size).body)
      guard let day = layout.day(at: mouse.position) else { return [] }
      if day == selected { return [.close, take()] }
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
    let reading = "\(selected.long(context.order)), \(selected.distance(from: context.today.day))"
    frame.write(" \(reading) ", at: layout.area.origin.offset(columns: 2), style: theme[.accent])
    for month in layout.months { render(month, into: &frame, context) }
  }

  private func render(_ month: CalendarLayout.Month, into frame: inout Frame, _ context: Context) {
    let theme = context.theme
    if let title = month.title {
      frame.write("\(month.first.monthName) \(month.first.components.year)", at: title, style: theme[.heading])
    }
    if let weekdays = month.weekdays {
      for (index, weekday) in Weekday.allCases.enumerated() {
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
