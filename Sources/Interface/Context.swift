import Foundation
import Reminders
import Terminal

/// What all screens look at, and none of them owns.
struct Context: Sendable {
  var size: Size
  var now: Date
  var today: LocalDay
  var timeZone: TimeZone
  let order: DayMonthOrder
  let glyphs: Glyphs
  var theme: Theme
  let themes: [String]
  var agenda = AgendaContents()
  /// Whether the agenda was read; until then an empty list says nothing.
  var isLoaded = false
  var status = SyncStatus(state: .off)
  var profile: ProfileFacts
  /// What the org told when it was last connected.
  var connection: ConnectionFacts?
  var notice: Notice?
  /// What was typed for a new task and neither added nor deleted.
  var unfinishedEntry = ""

  var isLargeEnough: Bool {
    size.columns >= Interface.smallestSize.columns && size.rows >= Interface.smallestSize.rows
  }

  /// How long a row that was changed in Salesforce stands out.
  static let highlight: TimeInterval = 8

  /// The change that makes a row stand out now.
  func freshChange(of row: ReminderRow) -> RemoteChange? {
    row.remoteChange.flatMap { $0.arrivedAt.addingTimeInterval(Context.highlight) > now ? $0 : nil }
  }

  /// A reminder of the agenda, wherever it stands there.
  func row(_ id: ReminderID) -> ReminderRow? {
    agenda.groups.lazy.flatMap { $0 }.first { $0.id == id }
  }

  /// A time of day, `13:05`.
  func clock(_ instant: Date) -> String {
    let seconds = Int(instant.timeIntervalSince1970.rounded(.down)) + timeZone.secondsFromGMT(for: instant)
    let minutes = ((seconds % 86_400 + 86_400) % 86_400) / 60
    return "\(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
  }

  /// `13:05` for an instant of today, else `23 Nov 13:05`.
  func moment(_ instant: Date) -> String {
    if instant >= today.start, instant < today.end { return clock(instant) }
    return "\(LocalDay(at: instant, in: timeZone).day.dayAndMonth(order)) \(clock(instant))"
  }
}

extension AgendaContents {
  var groups: [[ReminderRow]] { [overdue, today, tomorrow, completed] }
}
