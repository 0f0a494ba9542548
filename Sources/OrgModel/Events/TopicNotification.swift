/// What a PushTopic tells its subscribers of one change.
package struct TopicNotification: Sendable {
  /// The place in the stream of events, from which a subscriber can go on.
  package let replayID: Int
  /// What was done to the record.
  package let kind: ChangeEvent.Kind
  /// When it was done.
  package let date: Timestamp
  /// The selected fields of the record; of a deleted one the Id alone.
  package let row: QueryRow
}
