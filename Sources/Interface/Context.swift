import Foundation
import Reminders
import Terminal

/// What all screens look at, and none of them owns.
struct Context: Sendable {
  var size: Size
  var now: Date
  var today: LocalDay
  var timeZone: TimeZone
  /// Those of the terminal.
  let drawnGlyphs: Glyphs
  var theme: Theme
  let themes: [String]
  /// The setting, and the values that it can have.
  var language: String
  let languages: [String]
  /// The screen is read aloud: it has one column and no drawings, nothing in it changes by time alone, and what changes is
  /// said once.
  var isForScreenReader = false
  /// How the sync stands, as it was last said to who listens.
  var announcedSync: String?
  /// How reminders draw attention.
  var notifications = Notifications.on
  /// How much the log tells.
  var logLevel = LogLevel.standard
  /// The user's `config.toml`.
  let configurationPath: String
  /// The list that was read last.
  var list = ListContents() {
    didSet {
      listVersion += 1
      arrivals = list.rows.compactMap { $0.remoteChange?.arrivedAt }
    }
  }
  /// Another one with each list, to tell by what was made of it.
  private(set) var listVersion = 0
  /// When the changes in Salesforce came that its rows are of.
  private(set) var arrivals: [Date] = []
  /// Whether one was read; until then an empty list says nothing.
  var isLoaded = false
  var status = SyncStatus(state: .off)
  var profile: ProfileFacts
  /// What the org told when it was last connected.
  var connection: ConnectionFacts?
  var notice: Notice?
  /// Which keys do what.
  var keys: KeyTable = .standard
  /// How often the command that is carried out was asked for; `nil` where nobody said.
  var count: Int?
  /// What was chosen in the palette, the latest first.
  var recentCommands: [Command] = []
  /// What was typed for a new task and neither added nor deleted.
  var unfinishedEntry = ""

  var glyphs: Glyphs { isForScreenReader ? .spoken : drawnGlyphs }

  /// What is to be said now. Who listens to it needs as long as he needs.
  var currentNotice: Notice? { notice.flatMap { isForScreenReader || $0.until > now ? $0 : nil } }

  /// What was made of the list has words of the language before.
  mutating func speak(_ language: String) {
    self.language = language
    listVersion += 1
  }

  var isLargeEnough: Bool {
    size.columns >= Interface.smallestSize.columns && size.rows >= Interface.smallestSize.rows
  }

  /// How long a row that was changed in Salesforce stands out.
  static let highlight: TimeInterval = 8

  /// The change that makes a row stand out now.
  func freshChange(of row: ReminderRow) -> RemoteChange? {
    row.remoteChange.flatMap { $0.arrivedAt.addingTimeInterval(Context.highlight) > now ? $0 : nil }
  }

  /// A reminder of the list, wherever it stands there, or of what was read beside it.
  func row(_ id: ReminderID) -> ReminderRow? {
    list.rows.first { $0.id == id } ?? list.besides.first { $0.id == id }
  }

  /// The day of an instant, and the seconds since its midnight. A list asks for many: `Calendar` takes far longer.
  private func local(_ instant: Date) -> (day: Day, seconds: Int) {
    let seconds = Int(instant.timeIntervalSince1970.rounded(.down)) + timeZone.secondsFromGMT(for: instant)
    let rest = (seconds % 86_400 + 86_400) % 86_400
    return (Day(number: (seconds - rest) / 86_400), rest)
  }

  /// The day of an instant where the user is.
  func day(of instant: Date) -> Day { local(instant).day }

  /// A time of day, `13:05`.
  func clock(_ instant: Date) -> String {
    let minutes = local(instant).seconds / 60
    return "\(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
  }

  /// An instant as it stands in a field where one is typed: `2026-11-24 13:05`.
  func typed(_ instant: Date) -> String { "\(day(of: instant).iso) \(clock(instant))" }

  /// `13:05` for an instant of today, else `23 Nov 13:05`.
  func moment(_ instant: Date) -> String {
    if instant >= today.start, instant < today.end { return clock(instant) }
    return "\(day(of: instant).dayAndMonth()) \(clock(instant))"
  }
}
