package import Foundation
package import Reminders
package import Terminal

/// Something that happened, as far as the interface needs to know.
package enum Event: Sendable {
  case terminal(TerminalEvent)
  /// What the list that was asked for holds now; the first one also ends the welcome screen.
  case list(ListContents)
  case status(SyncStatus)
  /// What the org told when it was last connected; `nil` if it never was.
  case connection(ConnectionFacts?)
  /// A `.perform` or `.add` is on the disk; `nil` when there was nothing to do.
  case performed(ActionReport?)
  /// The effect whose turn it is to be answered failed: why and what to do, in one line.
  case failed(String)
  case login(LoginProgress)
  /// Something is known anew of the profile that is open.
  case profile(ProfileFacts)
  case profiles([ProfileSummary])
  /// Something to be said that answers no effect whose turn it is.
  case notice(String, isWarning: Bool)
  /// What a text of an `.edit` is now.
  case edited(String)
  /// A `.set` is on the disk.
  case settingSaved(SettingKey)
  /// What a `.lookUp` or a `.searchOrg` found.
  case lookedUp(LookUpAnswer)
  /// What changed in Salesforce and here; while `State.showsChanges`.
  case changes(ChangeFeed)
  /// When the user is to be reminded next, and how it stands with `State.reminderShown`.
  case upcomingReminders(UpcomingReminders)
  /// The tasks that a `.claimReminders` took; none where there were none, or it failed.
  case reminded([ReminderRow])
  /// The desktop did not take a `.notify`.
  case notShownOnDesktop(String)
  /// It is now this instant, on this day; with a new day comes its list.
  case time(Date, LocalDay)
  /// Times of day are shown in this zone from now on; the day there comes with the next `.time`.
  case timeZone(TimeZone)
  /// Reminders draw attention like this from now on.
  case notifications(Notifications)
  /// How much the log tells.
  case logLevel(LogLevel)
  /// Whether the screen is read aloud from now on.
  case screenReader(Bool)
  /// The colours are these from now on.
  case theme(Theme)
  /// The setting of the language has this value from now on, and `Localization` is of that language.
  case language(String)
}
