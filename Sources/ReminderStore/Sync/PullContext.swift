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
  /// Fields of which this user may not read the values there: they stay as they are on both sides.
  package let unreadable: Set<ReminderField>

  package init(
    mapping: PicklistMapping, user: RecordReference, now: Date, serverLead: TimeInterval, isFirstImport: Bool,
    unreadable: Set<ReminderField> = []
  ) {
    self.mapping = mapping
    self.user = user
    self.now = now
    self.serverLead = serverLead
    self.isFirstImport = isFirstImport
    self.unreadable = unreadable
  }

  /// What both sides of a linked reminder hold, read from the task there.
  func fields(of task: SalesforceTask, agreedBefore base: ReminderFields) -> ReminderFields {
    mapping.fields(of: task, agreedBefore: base, unreadable: unreadable)
  }
}

/// What taking in tasks changed here.
package struct PullReport: Hashable, Sendable {
  package var pulled = 0
  package var deleted = 0
  package var conflicts = 0
  /// Tasks that are gone there and stay here, because so many at once are first asked about (sync-rules.md §3).
  package var held = 0
  /// Whether something here differs now from what is there, and has to be sent.
  package var leavesPush = false

  package init() {}

  /// Whether anything here is not as it was.
  package var changedSomething: Bool { pulled + deleted + conflicts + held > 0 }

  package static func += (left: inout PullReport, right: PullReport) {
    left.pulled += right.pulled
    left.deleted += right.deleted
    left.conflicts += right.conflicts
    left.held += right.held
    left.leavesPush = left.leavesPush || right.leavesPush
  }
}
