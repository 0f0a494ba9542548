/// That a record changed, and how.
package struct ChangeEvent: Sendable {
  /// What was done to the record.
  package enum Kind: String, Sendable {
    case created
    case updated
    case deleted
    case undeleted
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

  /// When it happened.
  package var date: Timestamp { record.systemModstamp }
}
