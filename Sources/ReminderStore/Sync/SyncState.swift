package import Foundation
package import Reminders

/// How far the sync of a store is, and what the indicator last showed. Nothing like "running" is in it.
package struct SyncState: Hashable, Sendable {
  package var organizationID: String?
  /// The address of the org.
  package var org: String?
  package var user: RecordReference?
  /// As the org last told at connection (`ConnectionFacts`).
  package internal(set) var isSandbox = false
  /// The last task that the first import stored.
  package var importCursor: SyncCursor?
  package var importedCount = 0
  package var importTotal: Int?
  /// When the first import began, by the server's clock.
  package var importStartedAt: Date?
  /// The last task that a pull stored.
  package var pullCursor: SyncCursor?
  package var isImported = false
  /// Deletions there are known up to this instant of the server's clock.
  package var deletionsCoveredUntil: Date?
  /// When every linked open task was last read by its Id, by the server's clock.
  package var linkedReadAt: Date?
  /// How creates are kept from happening twice in this org, in words.
  package var createWay: String?
  /// The fields of Task that the user could not read at the last connection.
  package var unreadableFields: Set<String> = []
  /// The last cycle before the status last changed; the lock file tells of those since.
  package var lastSync: Date?
  package var statusName = "off"
  package var statusReason: String?
  /// What the name does not tell: `SyncStatus.State.detail`.
  package var statusDetail: Int?
  /// By which way changes there were last announced, for the user; `nil` where they were not.
  package var liveWay: String?
  /// Why not by a better way.
  package var liveReason: String?
  /// Up to which `askForSync` a sync was done, or tried: the status tells what came of it.
  package var answeredCount = 0
}

/// A place in the order of `SystemModstamp, Id`: a pair, as rows may share a stamp (sync-rules.md §3).
package struct SyncCursor: Hashable, Sendable, Comparable {
  package let stamp: Date
  package let id: String

  package init(stamp: Date, id: String) {
    self.stamp = stamp
    self.id = id
  }

  package static func < (left: SyncCursor, right: SyncCursor) -> Bool {
    (left.stamp, left.id) < (right.stamp, right.id)
  }
}
