import Reminders

/// What a screen is told that it did not ask for by a key just now.
enum News: Sendable {
  case login(LoginProgress)
  case profiles([ProfileSummary])
  /// A screen, maybe the one that is told, has asked for an action.
  case asked(UserAction)
  /// It was carried out, or failed.
  case answered(UserAction, Answer)
}
