/// That a record changed, and how.
package struct ChangeEvent: Sendable {
  /// What was done to the record.
  package enum Kind: String, Sendable {
    case created
    case updated
    case deleted
    case undeleted
    /// More happened in one transaction than is told one by one; the record is an empty one.
    case overflow
  }

  /// The place in the stream of events; higher is later, with gaps.
  package let replayID: Int
  /// What was done.
  package let kind: Kind
  /// The record as it was after the change.
  package let record: Record
  /// The fields that a create gave, or an update gave another value.
  package let changedFields: Set<String>
  /// Who did it.
  package let user: RecordID
  /// Which client did it, as far as it said so; see `Org.create`.
  package let origin: String
  /// The number of the transaction: changes of one call share it.
  package let transaction: Int
  /// The place within the transaction, from 1.
  package let sequence: Int
  /// When it was committed; never before the event before it.
  package let date: Timestamp
  /// Whether the org only knows that it happened, as of a change below the application servers: Change Data Capture tells
  /// of it by a gap event, a PushTopic not at all.
  package let isGap: Bool
  /// Whether the object was selected for Change Data Capture when it happened.
  let isCaptured: Bool
}
