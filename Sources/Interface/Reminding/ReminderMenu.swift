import Foundation
import Localization
import Reminders
import Terminal

/// What becomes of a reminder. Its keys are not those of the list below it, where the same ones would do something to another
/// task.
struct ReminderMenu: ScreenState {
  let row: ReminderRow

  static let keys = [
    KeyBinding(.openReminder, "enter", "open the task", hint: "open"),
    KeyBinding(.completeReminder, "space", "complete it", hint: "done"),
    KeyBinding(.snoozeTenMinutes, "m", "remind again in 10 minutes", hint: "10 min"),
    KeyBinding(.snoozeHour, "h", "remind again in an hour", hint: "1 hour"),
    KeyBinding(.snoozeMorning, "t", "remind again tomorrow at 9:00", hint: "tomorrow"),
    KeyBinding(.dismissReminder, "x", "seen", hint: "dismiss"),
    .menuPalette,
    KeyBinding(.back, "esc", "leave it as it is", hint: "later"),
  ]

  var title: String { localized("Reminder") }
  var scopes: [Scope] { [.reminderMenu, .always] }
  var isOverlay: Bool { true }
  var hasFooter: Bool { true }

  mutating func perform(_ command: Command, _ context: Context) -> [Step] {
    switch command {
    case .snoozeTenMinutes: putOff(until: context.now.addingTimeInterval(600))
    case .snoozeHour: putOff(until: context.now.addingTimeInterval(3_600))
    case .snoozeMorning: putOff(until: ReminderMenu.morning(after: context))
    case .openReminder, .completeReminder, .dismissReminder: [.close, .answerReminder(command)]
    default: [.close]
    }
  }

  /// Any other key leaves it.
  mutating func type(_ press: KeyPress, _ context: Context) -> [Step] { [.close] }
  mutating func mouse(_ mouse: Mouse, _ context: Context) -> [Step] { [.close] }

  /// In whole seconds, as Salesforce keeps it.
  private func putOff(until instant: Date) -> [Step] {
    let second = Date(timeIntervalSince1970: instant.timeIntervalSince1970.rounded(.down))
    return [.effect(.perform(.setReminder([row.id], second))), .close]
  }

  /// 9:00 of the next day, also where clocks are put forward or back in that night.
  private static func morning(after context: Context) -> Date {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = context.timeZone
    return calendar.date(bySettingHour: 9, minute: 0, second: 0, of: context.today.end)
      ?? context.today.end.addingTimeInterval(9 * 3_600)
  }

  func render(into frame: inout Frame, in area: Rectangle, _ context: Context) {
    MenuLine([row.reminder.fields.shownName.text, localized("Remind")], context.keys[.reminderMenu], context)
      .render(into: &frame, context)
  }
}
