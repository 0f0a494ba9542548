package import Foundation
import Localization
package import Reminders
package import Terminal

/// Everything that the interface knows: what all screens share, and the screens that are open.
package struct State: Sendable {
  var context: Context
  /// The open screens, the one that takes the keys last; never empty.
  var screens: [any ScreenState]
  /// Keys pressed while what they are about is not there yet: the rows of a list, or the answer that a screen waits for.
  var keysAhead: [TypedKey] = []
  /// The digits that were typed last, as far as they may still be a count.
  var count: Count?
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
  ///   - language: The setting; the language itself is that of `Localization`.
  ///   - languages: The values that the settings offer.
  ///   - keys: Those of the user.
  ///   - configurationPath: Where the user can change them.
  ///   - profile: The one that is open.
  ///   - isNew: It is not made yet, so the welcome screen comes first; the login at once where there are others already.
  ///   - asksForSync: An org is connected and the user has not decided on sync yet: its box is shown first
  ///     (sync-rules.md §2).
  ///   - unfinished: What was typed when the profile was open before, and neither saved nor discarded.
  ///   - edited: The task that the unfinished form edits.
  package init(
    size: Size, now: Date, today: LocalDay, timeZone: TimeZone,
    glyphs: Glyphs = .unicode, theme: Theme = .standard, themes: [String] = [Theme.standard.name],
    language: String = "auto", languages: [String] = ["auto", "en"],
    keys: KeyTable = .standard, configurationPath: String = "config.toml",
    profile: ProfileFacts = ProfileFacts(name: "default"), isNew: Bool = false,
    asksForSync: Bool = false, unfinished: Unfinished = Unfinished(), edited: ReminderRow? = nil
  ) {
    context = Context(
      size: size, now: now, today: today, timeZone: timeZone, drawnGlyphs: glyphs, theme: theme,
      themes: themes, language: language, languages: languages, configurationPath: configurationPath, profile: profile,
      keys: keys,
      unfinishedEntry: unfinished.entry)
    screens = isNew ? [WelcomeScreen()] : [ListScreen()]
    if isNew, profile.isOneOfSeveral { screens.append(LoginScreen(profile)) }
    if asksForSync { screens.append(SettingsScreen(isAsking: true)) }
    if let draft = unfinished.form, !isNew {
      screens.append(FormScreen(draft, edited, context))
      context.notice = Notice(localized("This was typed and not saved when the program ended."), at: now)
    }
    settle()
  }

  /// The keys in force.
  var keys: KeyTable { context.keys }

  /// The size of the screen that the state is laid out for.
  package var size: Size { context.size }

  /// What the program is to read, and to tell of by `.list` now and after every change.
  package var listQuery: ListQuery {
    var query = (screens.first as? ListScreen)?.query ?? .agenda
    for screen in screens { screen.extend(&query) }
    return query
  }

  /// Whether the program is to read the feed of changes, and to tell of it by `.changes`.
  package var showsChanges: Bool { screens.contains { $0 is ChangesScreen } }

  /// The task of which the program is to tell by `.upcomingReminders` whether it still is to be reminded of.
  package var reminderShown: ReminderID? { reminding.current?.row.id }

  /// What is typed and neither saved nor discarded, and what the user was reminded of and has not answered.
  package var unfinished: Unfinished {
    let line = screens.lazy.compactMap { ($0 as? QuickAdd)?.field.text }.first
    let form = screens.lazy.compactMap { ($0 as? FormScreen)?.draft }.first
    return Unfinished(entry: line ?? context.unfinishedEntry, form: form, reminders: reminding.items.map(\.row.id))
  }

  /// Lets every screen keep its selection and its cursor in view.
  mutating func settle() {
    openConnectionIfWanted()
    let layout = Layout(context.size)
    for index in screens.indices { screens[index].settle(in: layout.body, context) }
  }
}
