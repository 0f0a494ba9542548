/// The changes of the last 24 hours in order (Streaming API Developer Guide, "Message Durability").
struct EventLog: Sendable {
  private(set) var events: [ChangeEvent] = []
  private(set) var lastReplayID = 0
  /// The transaction that changes belong to, and where they come from, until the next one begins.
  private var transaction = 0
  private var origin = ""

  private static let retentionSeconds = 24 * 3600

  mutating func append(_ kind: ChangeEvent.Kind, _ record: Record, changed: [String], by user: RecordID) {
    lastReplayID += 1
    let event = ChangeEvent(
      replayID: lastReplayID, kind: kind, record: record, changedFields: Set(changed), user: user, origin: origin,
      transaction: transaction)
    events.append(event)
    dropExpired(at: event.date)
  }

  mutating func beginTransaction(from origin: String) {
    transaction += 1
    self.origin = origin
  }

  func events(after replayID: Int) -> ArraySlice<ChangeEvent> {
    events[firstIndex { $0.replayID > replayID }...]
  }

  mutating func dropExpired(at now: Timestamp) {
    let oldest = now.adding(seconds: -Self.retentionSeconds)
    guard let first = events.first, first.date < oldest else { return }
    events.removeFirst(firstIndex { $0.date >= oldest })
  }

  /// The first of the ordered events for which `predicate` is true, by bisection.
  private func firstIndex(where predicate: (ChangeEvent) -> Bool) -> Int {
    var low = 0
    var high = events.count
    while low < high {
      let middle = (low + high) / 2
      if predicate(events[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
