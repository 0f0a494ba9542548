package import Foundation
package import Reminders

/// How far the records of a kind are read in the org; instants are of the server's clock.
package struct RecordReading: Hashable, Sendable {
  /// When the last reading that came to its end began; `nil` before the first.
  package var readAt: Date?
  /// Changes there are known up to this instant; `nil` where the user could not read any.
  package var coveredUntil: Date?
  /// The reading that is under way.
  package var current: Current?

  package struct Current: Hashable, Sendable {
    package let startedAt: Date
    /// Its last row.
    package var cursor: SyncCursor?
    /// How many rows there were.
    package var count = 0

    package init(startedAt: Date) { self.startedAt = startedAt }
  }

  package init() {}
}

/// Records of a kind as they came from the org, and how far they are read with them.
package struct RecordPage: Sendable {
  package let kind: RecordKind
  package let records: [KnownRecord]
  /// The Ids of those to which no task can point any more.
  package let gone: [String]
  package let reading: RecordReading
  /// It is the last page of all that the user owns: what has not been seen since then is no longer there.
  package let forgetsUnseenSince: Date?

  package init(
    kind: RecordKind, records: [KnownRecord], gone: [String], reading: RecordReading, forgetsUnseenSince: Date? = nil
  ) {
    self.kind = kind
    self.records = records
    self.gone = gone
    self.reading = reading
    self.forgetsUnseenSince = forgetsUnseenSince
  }
}
