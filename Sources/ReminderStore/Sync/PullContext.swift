package import Foundation
package import Reminders

/// What the store must know to take in tasks from there.
package struct PullContext: Sendable {
  package let mapping: PicklistMapping
  /// The user of the org; other people's tasks are not imported.
  package let user: RecordReference
  /// The local time.
  package let now: Date
  /// How far the server's clock is ahead of the local one, in seconds.
  package let serverLead: TimeInterval
  /// The first import marks nothing as just changed.
  package let isFirstImport: Bool

  package init(
    mapping: PicklistMapping, user: RecordReference, now: Date, serverLead: TimeInterval, isFirstImport: Bool
  ) {
    self.mapping = mapping
    self.user = user
    self.now = now
    self.serverLead = serverLead
    self.isFirstImport = isFirstImport
  }
}

/// What taking in tasks changed here.
package struct PullReport: Hashable, Sendable {
  package var pulled = 0
  package var deleted = 0
  package var conflicts = 0

  package init() {}

  package static func += (left: inout PullReport, right: PullReport) {
    left.pulled += right.pulled
    left.deleted += right.deleted
    left.conflicts += right.conflicts
  }
}
