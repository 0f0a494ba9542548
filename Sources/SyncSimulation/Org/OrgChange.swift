package import Foundation
package import OrgModel

/// A change of a task that was committed in the org.
package struct OrgChange: Sendable {
  package enum Kind: String, Sendable {
    case created, updated, deleted, undeleted, purged
  }

  package let kind: Kind
  package let at: Date
  /// The task after the change; for a purge, before it.
  package let record: Record
  /// The API names of the fields that got another value.
  package let changed: Set<String>
  /// Whether the sync made it.
  package let isOurs: Bool

  package var id: String { record.id.text }
}

extension OrgChange {
  init(_ event: ChangeEvent) {
    kind = Kind(rawValue: event.kind.rawValue) ?? .updated
    at = event.date.date
    record = event.record
    changed = event.changedFields
    isOurs = event.origin == SimulatedOrg.origin
  }

  init(purging record: Record, at instant: Date) {
    kind = .purged
    at = instant
    self.record = record
    changed = []
    isOurs = false
  }
}
