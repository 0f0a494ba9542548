import Localization
import Reminders
import Terminal

extension State {
  /// Whether the reminder is on the screen with its keys: over the lists.
  var isReminding: Bool {
    guard reminding.current != nil, let top = screens.last else { return false }
    return top.scopes.contains(.views) || top.scopes.contains(.detail)
  }

  mutating func remindIfDue() -> [Effect] {
    reminding.isDue(at: context.now) ? [.claimReminders] : []
  }

  mutating func take(_ upcoming: UpcomingReminders) -> [Effect] {
    reminding.take(upcoming)
    return remindIfDue()
  }

  /// Shows tasks whose moment has come.
  mutating func remind(of rows: [ReminderRow]) -> [Effect] {
    guard let first = rows.first else { return [] }
    reminding.add(rows, at: context.now)
    let name = first.reminder.fields.shownName.text
    let words =
      rows.count == 1
      ? localized("Remind: \(name)")
      : localized(
        rows.count, one: "\(rows.count) reminder: \(name), …", other: "\(rows.count) reminders: \(name), …")
    return [.notify(DisplayText(words).truncated(to: 200, mark: "…").text)]
  }

  mutating func answerReminder(_ command: Command) -> [Effect] {
    guard let row = reminding.current?.row else { return [] }
    switch command {
    case .openReminder:
      reminding.removeCurrent()
      let view = ReminderChange.Standing.open(due: row.reminder.fields.due).view(on: context.today.day)
      go(to: Destination(view: view, reminder: row.id, isInDetails: true))
    case .completeReminder:
      // It goes when that is on the disk, by what the store tells of it.
      let effect = Effect.perform(.setCompleted([row.id], true))
      if let awaited = Awaited(effect, holdsScreen: false) { self.awaited.append(awaited) }
      return [effect]
    default: reminding.removeCurrent()
    }
    return []
  }
}
