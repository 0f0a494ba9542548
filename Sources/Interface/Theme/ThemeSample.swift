import Foundation
import Reminders
package import Terminal

extension Theme {
  /// The agenda of an invented day in this theme, with a task in every state and a status bar.
  ///
  /// - Parameter glyphs: `.unicode` where the locale is UTF-8.
  package func sample(_ size: Size, glyphs: Glyphs) -> Frame {
    var state = State(
      size: size, now: ThemeSample.now, today: ThemeSample.today, timeZone: .gmt, glyphs: glyphs, theme: self)
    _ = Interface.update(&state, .list(ThemeSample.agenda))
    _ = Interface.update(&state, .status(ThemeSample.status))
    return Interface.render(state)
  }
}

/// What is on the screen of a sample.
private enum ThemeSample {
  /// 24 November 2026, 13:05 in UTC.
  static let now = Date(timeIntervalSince1970: 1_795_525_500)
  static let today = LocalDay(at: now, in: .gmt)

  static var agenda: ListContents {
    var contents = ListContents(groups: [
      ListGroup(.overdue, rows: [row("Renew the support contract", due: -1, .email, priority: .high)]),
      ListGroup(
        .today,
        rows: [
          row("Call Ada about renewal", .call, priority: .high),
          row("Send the proposal", .email, mark: .pending),
          row("Prepare the review", status: "In Progress"),
          row("Connect with the buyer", .inMail, mark: .conflict),
          row("Update the forecast", mark: .refused),
          row("Book the demo room", changedBy: "Carla Jones"),
        ]),
      ListGroup(
        .tomorrow, rows: [row("Follow up on the leads", due: 1, .email), row("Water plants", mark: .localOnly)]),
      ListGroup(.completed, rows: [row("Confirm the meeting", .call, isCompleted: true)]),
    ])
    contents.counts.pending = 1
    contents.counts.conflicts = 1
    contents.counts.refused = 1
    contents.settings.isOn = true
    return contents
  }

  static var status: SyncStatus {
    SyncStatus(
      state: .live, lastSync: now.addingTimeInterval(-20), org: "https://sample.my.salesforce.com",
      user: "ada@example.com")
  }

  private static func row(
    _ name: String, due: Int = 0, _ kind: Reminder.Kind = .custom, priority: Reminder.Priority = .normal,
    mark: SyncMark = .synced, status: String? = nil, changedBy author: String? = nil, isCompleted: Bool = false
  ) -> ReminderRow {
    let fields = ReminderFields(
      name: name, isCompleted: isCompleted, priority: priority, due: today.day.adding(days: due), kind: kind)
    return ReminderRow(
      reminder: Reminder(
        id: ReminderID(rawValue: name), fields: fields, completedAt: isCompleted ? now : nil, createdAt: now),
      mark: mark, salesforceStatus: status,
      remoteChange: author.map { RemoteChange(author: $0, arrivedAt: now.addingTimeInterval(-1)) })
  }
}
