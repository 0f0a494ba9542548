import Reminders

/// An effect that is not answered yet.
struct Awaited: Hashable, Sendable {
  let effect: Effect
  /// The screen that asked for it stays open until it is answered.
  let holdsScreen: Bool

  /// `nil` for an effect that nothing answers.
  init?(_ effect: Effect, holdsScreen: Bool) {
    switch effect {
    case .perform, .add, .set, .deleteProfile: self.effect = effect
    case .noteChangesSeen, .claimReminders, .notify, .notifyByTerminal, .showTheme: return nil
    case .lookUp, .searchOrg, .syncNow, .logIn, .finishLogin, .cancelLogin, .logOut, .edit, .open, .copyLink, .copy,
      .listProfiles, .openProfile,
      .suspend, .quit, .openDemo, .useWithoutSalesforce:
      return nil
    }
    self.holdsScreen = holdsScreen
  }
}

/// How an effect ended.
enum Answer: Hashable, Sendable {
  case done(ActionReport?)
  case saved(SettingKey)
  case failed(String)
}
