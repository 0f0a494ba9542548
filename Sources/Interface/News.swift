import Reminders

/// What a screen is told that it did not ask for by a key just now.
enum News: Sendable {
  case login(LoginProgress)
  case profiles([ProfileSummary])
  case changes(ChangeFeed)
}
