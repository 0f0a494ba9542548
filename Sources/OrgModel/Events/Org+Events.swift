extension Org {
  /// The changes of the last 72 hours that came after the one with this replay Id.
  package func events(after replayID: Int = 0) -> ArraySlice<ChangeEvent> { eventLog.events(after: replayID) }

  /// The replay Id of the last change.
  package var lastReplayID: Int { eventLog.lastReplayID }

  /// Drops all events that are kept, as if their time were up: nothing before now can be replayed.
  package mutating func forgetEvents() { eventLog.forget() }

  /// Tells that a record changed now, whatever its stamp says.
  mutating func announce(
    _ kind: ChangeEvent.Kind, _ record: Record, changed: [String], by user: RecordID, at now: Timestamp
  ) {
    eventLog.append(
      kind, record, changed: changed, by: user, at: now,
      isCaptured: changeDataCapture.contains(record.definition.name))
  }
}
