extension Org {
  /// The changes of the last 24 hours that came after the one with this replay Id.
  package func events(after replayID: Int = 0) -> ArraySlice<ChangeEvent> { eventLog.events(after: replayID) }

  /// The replay Id of the last change.
  package var lastReplayID: Int { eventLog.lastReplayID }

  mutating func announce(_ kind: ChangeEvent.Kind, _ record: Record, changed: [String], by user: RecordID) {
    eventLog.append(kind, record, changed: changed, by: user)
  }
}
