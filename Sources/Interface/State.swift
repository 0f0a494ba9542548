package import Foundation
package import Reminders
package import Terminal

/// Everything that the interface knows: what all screens share, and the screens that are open.
package struct State: Sendable {
  var context: Context
  /// The open screens, the one that takes the keys last; never empty.
  var screens: [any ScreenState]
  var keys = KeyTable.standard
  /// Keys pressed while a list that was asked for is not there yet: they mean its rows.
  var keysAhead: [KeyPress] = []
  /// The tasks of which the user is reminded.
  var reminding = Reminding()
  /// The effects that are not answered yet, in their order.
  var awaited: [Awaited] = []
  /// Whether it was told what is known of the connection.
  var hasConnectionFacts = false
  /// The findings that were troubles when the connection was last looked at.
  var knownTroubles: Set<String> = []
  /// The screen of the connection is to open by itself.
  var opensConnection = false

  /// - Parameters:
  ///   - timeZone: For the times of day on the screen.
  ///   - glyphs: `.unicode` where the locale is UTF-8.
  ///   - themes: The names that the settings offer.
  ///   - profile: The one that is open.
  ///   - isNew: It is not made yet, so the welcome screen comes first; the login at once where there are others already.
  ///   - asksForSync: An org is connected and the user has not decided on sync yet: its box is shown first
  ///     (sync-rules.md §2).
  ///   - unfinishedEntry: What was typed for a new task when the profile was open before.
  package init(
    size: Size, now: Date, today: LocalDay, timeZone: TimeZone, order: DayMonthOrder = .dayFirst,
    glyphs: Glyphs = .unicode, theme: Theme = .standard, themes: [String] = [Theme.standard.name],
    profile: ProfileFacts = ProfileFacts(name: "default"), isNew: Bool = false, asksForSync: Bool = false,
    unfinishedEntry: String = ""
  ) {
    context = Context(
      size: size, now: now, today: today, timeZone: timeZone, order: order, glyphs: glyphs, theme: theme,
      themes: themes, profile: profile, unfinishedEntry: unfinishedEntry)
    screens = isNew ? [WelcomeScreen()] : [ListScreen()]
    if isNew, profile.isOneOfSeveral { screens.append(LoginScreen(profile)) }
    if asksForSync { screens.append(SettingsScreen(isAsking: true)) }
    settle()
  }

  /// The size of the screen that the state is laid out for.
  package var size: Size { context.size }

  /// What the program is to read, and to tell of by `.list` now and after every change.
  package var listQuery: ListQuery { (screens.first as? ListScreen)?.query ?? .agenda }

  /// Whether the program is to read the feed of changes, and to tell of it by `.changes`.
  package var showsChanges: Bool { screens.contains { $0 is ChangesScreen } }

  /// The task of which the program is to tell by `.upcomingReminders` whether it still is to be reminded of.
  package var reminderShown: ReminderID? { reminding.current?.row.id }

  /// What was typed for a new task and neither added nor deleted.
  package var unfinishedEntry: String { context.unfinishedEntry }

  /// Lets every screen keep its selection and its cursor in view.
  mutating func settle() {
    openConnectionIfWanted()
    let layout = Layout(context.size)
    for index in screens.indices { screens[index].settle(in: layout.body, context) }
  }
}
