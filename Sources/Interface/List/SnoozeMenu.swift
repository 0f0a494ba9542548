import Reminders
import Terminal

/// The second key of a snooze: to when.
struct SnoozeMenu: ScreenState {
  let row: ReminderRow

  static let keys = [
    KeyBinding(.snoozeTomorrow, "t", "to tomorrow", hint: "tomorrow"),
    KeyBinding(.snoozeMonday, "m", "to Monday", hint: "Monday"),
    KeyBinding(.snoozeWeek, "w", "by a week", hint: "week"),
    KeyBinding(.snoozePick, "d", "to a day to pick", hint: "pick"),
    KeyBinding(.snoozeNoDate, "n", "no date", hint: "no date"),
    KeyBinding(.back, "esc", "leave it as it is", hint: "cancel"),
  ]

  var title: String { "Snooze" }
  var scopes: [Scope] { [.snooze, .always] }
  var isOverlay: Bool { true }
  var hasFooter: Bool { true }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    let today = context.today.day
    switch command {
    case .snoozeTomorrow: return moved(to: today.adding(days: 1))
    case .snoozeMonday: return moved(to: today.next(.monday))
    case .snoozeWeek: return moved(to: today.adding(days: 7))
    case .snoozeNoDate: return moved(to: nil)
    case .snoozePick: return [.open(CalendarMenu(on: row.reminder.fields.due ?? today, moving: [row.id])), .close]
    default: return [.close]
    }
  }

  /// Any other key leaves it.
  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] { [.close] }
  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] { [.close] }

  private func moved(to day: Day?) -> [Step] { [.effect(.perform(.setDue([row.id], day))), .close] }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    MenuLine(["Snooze to"], context.keys[.snooze]).render(into: &frame, context)
  }
}
