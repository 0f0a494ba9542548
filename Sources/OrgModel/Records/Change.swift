/// One change of several that are asked for at once.
package enum Change: Sendable {
  case create(object: String, Fields)
  case update(id: String, Fields)
  /// Changes the record whose external Id field has the value that the fields give it, or creates one.
  case upsert(object: String, matching: String, Fields)
  case delete(id: String)
}

/// A record that was written.
package struct Saved: Sendable, Equatable {
  /// Which one.
  package let id: RecordID
  /// Whether there was none before.
  package let isNew: Bool
}
