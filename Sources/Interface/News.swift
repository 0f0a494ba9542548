import Reminders

/// What a screen is told that it did not ask for by a key just now.
enum News: Sendable {
  case login(LoginProgress)
  case profiles([ProfileSummary])
  /// What was looked up for it.
  case lookedUp(LookUpAnswer)
  /// What a text is after an editor had it.
  case edited(String)
  /// The day that was picked in a calendar.
  case picked(Day)
  /// A screen, maybe the one that is told, has asked for an action.
  case asked(UserAction)
  /// It was carried out, or failed.
  case answered(UserAction, Answer)
  case changes(ChangeFeed)
}
