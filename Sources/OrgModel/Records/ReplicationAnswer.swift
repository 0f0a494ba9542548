/// What changed in a span of time, and which span the answer vouches for.
package struct ReplicationAnswer<Item: Sendable>: Sendable {
  /// What changed, in the order of creation.
  package let items: [Item]
  /// Where the next span should start.
  package let latestDateCovered: Timestamp
  /// What lies before this may be missing.
  package let earliestDateAvailable: Timestamp
}

/// A record that was deleted.
package struct DeletedRecord: Sendable, Equatable {
  /// Which record it was.
  package let id: RecordID
  /// When it was deleted.
  package let date: Timestamp
}
