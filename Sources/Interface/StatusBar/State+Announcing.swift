import Localization
import Reminders

extension State {
  /// Says on the line of notices how the sync stands, where it stands otherwise than when it was last said.
  ///
  /// Only for who listens: others see it in the status bar.
  mutating func announceSync() {
    guard context.isForScreenReader, let words = SyncIndicator.announcement(context.status.state) else { return }
    defer { context.announcedSync = words }
    if let before = context.announcedSync, before != words { context.notice = Notice(words, at: context.now) }
  }
}

extension SyncIndicator {
  /// A state as it is said once; `nil` for those that come and go with every change.
  static func announcement(_ state: SyncStatus.State) -> String? {
    switch state {
    case .syncing, .connecting: nil
    case .off: localized("Sync off")
    case .offline: localized("Offline")
    case .importing: localized("Importing")
    case .live: localized("Live")
    case .polling: localized("Polling")
    case .waiting: localized("Waiting to try again")
    case .loginNeeded: localized("Login needed")
    case .choiceNeeded: localized("Choose a value")
    }
  }
}
