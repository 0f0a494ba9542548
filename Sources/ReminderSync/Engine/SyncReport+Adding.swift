import ReminderStore

extension SyncReport {
  static func += (left: inout SyncReport, right: PullReport) {
    left.pulled += right.pulled
    left.deleted += right.deleted
    left.conflicts += right.conflicts
  }

  static func += (left: inout SyncReport, right: PushReport) {
    left.pushed += right.pushed
    left.refused += right.refused
    left += right.pull
  }
}
