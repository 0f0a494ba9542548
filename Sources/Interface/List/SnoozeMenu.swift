import Localization
import Reminders
import Terminal

/// The second key of a snooze: to when.
struct SnoozeMenu: ScreenState {
  let tasks: [ReminderID]

  static let keys = [
    KeyBinding(.snoozeTomorrow, "t", "to tomorrow", hint: "tomorrow"),
    KeyBinding(.snoozeMonday, "m", "to Monday", hint: "Monday"),
    KeyBinding(.snoozeWeek, "w", "by a week", hint: "week"),
    KeyBinding(.snoozePick, "d", "to a day to pick", hint: "pick"),
    KeyBinding(.snoozeNoDate, "n", "no date", hint: "no date"),
    .menuPalette,
    KeyBinding(.back, "esc", "leave it as it is", hint: "cancel"),
  ]

  var title: String { localized("Snooze") }
  var scopes: [Scope] { [.snooze, .always] }
  var isOverlay: Bool { true }
  var hasFooter: Bool { true }

  /// What a key of it does to some tasks; `nil` if it is none.
  static func steps(for command: Command, on tasks: [ReminderID], _ context: Context) -> [Step]? {
    let today = context.today.day
    func moved(to day: Day?) -> [Step] { [.effect(.perform(.setDue(tasks, day)))] }
    return switch command {
    case .snoozeTomorrow: moved(to: today.adding(days: 1))
    case .snoozeMonday: moved(to: today.next(.monday))
    case .snoozeWeek: moved(to: today.adding(days: 7))
    case .snoozeNoDate: moved(to: nil)
    case .snoozePick:
      [.open(CalendarMenu(on: tasks.first.flatMap { context.row($0)?.reminder.fields.due } ?? today, moving: tasks))]
    default: nil
    }
  }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    (SnoozeMenu.steps(for: command, on: tasks, context) ?? []) + [.close]
  }

  /// Any other key leaves it.
  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] { [.close] }
  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] { [.close] }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    MenuLine(
      [localized(tasks.count == 1 ? "Snooze to" : "Snooze \(tasks.count) to")], context.keys[.snooze], context
    )
    .render(into: &frame, context)
  }
}
