/// What a streaming client can subscribe to. Names of channels are case-sensitive.
package enum EventChannel: Hashable, Sendable {
  /// `/topic/NAME`, or `/topic/NAME?field=value`: what a PushTopic tells. It stays the same when the PushTopic is renamed.
  case topic(RecordID, TopicFilter?)
  /// `/data/NAMEChangeEvent`: the changes of one object; `/data/ChangeEvents`: of all that are selected (`nil`).
  case changeEvents(of: String?)

  /// For how long its events can be replayed, in seconds.
  ///
  /// Source: Streaming API Developer Guide, "Message Durability"; Change Data Capture Developer Guide, "Change Event
  /// Storage and Delivery".
  var retentionSeconds: Int {
    switch self {
    case .topic: 24 * 3600
    case .changeEvents: EventLog.retentionSeconds
    }
  }
}

/// What one event says on a channel.
package enum EventMessage: Sendable {
  case topic(TopicNotification)
  case change(ChangeNotification)

  /// The place in the stream of events, after which a subscriber can go on.
  package var replayID: Int {
    switch self {
    case .topic(let notification): notification.replayID
    case .change(let notification): notification.replayID
    }
  }
}
