/// The changes of the last 72 hours in order, for as long as change events are kept (Change Data Capture Developer Guide,
/// "Change Event Storage and Delivery").
struct EventLog: Sendable {
  private(set) var events: [ChangeEvent] = []
  private(set) var lastReplayID = 0
  /// The transaction that changes belong to, how many it has, and where they come from, until the next one begins.
  private var transaction = 0
  private var sequence = 0
  private var origin = ""

  static let retentionSeconds = 72 * 3600
  /// Old events go in bundles, so that not every change moves the whole log.
  private static let bundleSeconds = 3600

  /// Adds an event. One that comes after the clock was set back has the date of the one before it, so that dates stay in
  /// order.
  mutating func append(
    _ kind: ChangeEvent.Kind, _ record: Record, changed: [String] = [], by user: RecordID, at date: Timestamp,
    isGap: Bool = false, isCaptured: Bool
  ) {
    let date = max(date, events.last?.date ?? date)
    lastReplayID += 1
    sequence += 1
    events.append(
      ChangeEvent(
        replayID: lastReplayID, kind: kind, record: record, changedFields: Set(changed), user: user, origin: origin,
        transaction: transaction, sequence: sequence, date: date, isGap: isGap, isCaptured: isCaptured))
    dropExpired(at: date)
  }

  mutating func beginTransaction(from origin: String) {
    transaction += 1
    sequence = 0
    self.origin = origin
  }

  func events(after replayID: Int) -> ArraySlice<ChangeEvent> {
    events[events.partitioningIndex { $0.replayID > replayID }...]
  }

  /// The replay Ids after which nothing is missing of the last so many seconds, and the newest one.
  func replayableIDs(ofLast seconds: Int, at now: Timestamp) -> ClosedRange<Int> {
    let oldest = now.adding(seconds: -seconds)
    let index = events.partitioningIndex { $0.date >= oldest }
    return (index < events.count ? events[index].replayID - 1 : lastReplayID)...lastReplayID
  }

  mutating func forget() { events = [] }

  mutating func dropExpired(at now: Timestamp) {
    let oldest = now.adding(seconds: -Self.retentionSeconds)
    guard let first = events.first, first.date < oldest.adding(seconds: -Self.bundleSeconds) else { return }
    events.removeFirst(events.partitioningIndex { $0.date >= oldest })
  }
}
