extension Org {
  /// The channel of this name, if `user` may subscribe to it.
  ///
  /// Source: Streaming API Developer Guide, "Streaming API Error Codes"; Change Data Capture Developer Guide, "Required
  /// Permissions for Change Event Subscribers": on `/data/ChangeEvents` the permissions are looked at event by event.
  package func channel(_ name: String, for user: RecordID) throws(StreamingError) -> EventChannel {
    if name.hasPrefix("/topic/") {
      return try topicChannel(name, for: user)
    }
    if name == "/data/ChangeEvents" { return .changeEvents(of: nil) }
    guard let object = Self.capturable.first(where: { "/data/\($0)ChangeEvent" == name }) else {
      throw .noChannel(name)
    }
    guard canHearChanges(of: object, user) else { throw .noChangeEvents }
    return .changeEvents(of: object)
  }

  /// The replay Ids after which a subscriber of the channel can go on without missing a change.
  package func replayableIDs(on channel: EventChannel, at now: Timestamp) -> ClosedRange<Int> {
    eventLog.replayableIDs(ofLast: channel.retentionSeconds, at: now)
  }

  /// What a channel tells `user` of the changes after a replay Id, in order.
  package func messages(on channel: EventChannel, after replayID: Int, to user: RecordID) -> [EventMessage] {
    switch channel {
    case .topic(let id, let filter):
      notifications(ofTopic: id, where: filter, after: replayID, to: user).map { .topic($0) }
    case .changeEvents(let object):
      changeNotifications(of: object, after: replayID, to: user).map { .change($0) }
    }
  }
}
