import Localization
import Reminders

extension State {
  /// Says on the line of notices how the sync stands, where it stands otherwise than when it was last said.
  ///
  /// Only for who listens: others see it in the status bar.
  mutating func announceSync() {
    guard context.isForScreenReader, let words = SyncIndicator.announcement(context) else { return }
    defer { context.announcedSync = words }
    if let before = context.announcedSync, before != words { context.notice = Notice(words, at: context.now) }
  }
}

extension SyncIndicator {
  /// A state as it is said once; `nil` for those that come and go with every change.
  static func announcement(_ context: Context) -> String? {
    switch context.status.state {
    case .syncing, .connecting: nil
    // Without the numbers, which change all the time.
    case .importing: localized("Importing")
    case .waiting: localized("Waiting to try again")
    default: SyncIndicator(context).words.last
    }
  }
}
