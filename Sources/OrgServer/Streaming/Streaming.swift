import OrgModel

/// The streaming clients: who is there, and what each has been told.
///
/// A subscription is a place in the org's log of events, so what is still to tell follows from the log, and nothing has to
/// be queued. Source: Streaming API Developer Guide, "How the Client Connects"; The Bayeux Protocol 1.0.
struct Streaming: Sendable {
  struct Client: Sendable {
    let user: RecordID
    /// The replay Id up to which the client was told, by channel.
    var positions: [String: Int] = [:]
    /// Whether it has connected since the handshake: the first connect is answered at once, so that the client gets the
    /// advice; real clients wait for that.
    var hasConnected = false
    /// When the client is forgotten unless it connects.
    var expires: Timestamp
  }

  /// A connect whose answer waits.
  struct Hold: Sendable {
    let clientID: String
    let token: String
    /// What the message called itself.
    let messageID: JSON?
    let milliseconds: Int
  }

  /// How long a connect is held, in milliseconds.
  var holdMilliseconds = 110_000
  var clients: [String: Client] = [:]

  /// After an answer with events the next connect must come within 40 seconds, after an empty one within 110.
  static let secondsAfterEvents = 40
  static let secondsAfterSilence = 110

  mutating func forgetExpired(at now: Timestamp) {
    clients = clients.filter { $0.value.expires > now }
  }
}

extension OrgState {
  /// What the client has not been told yet, as Bayeux messages; from here on it counts as told.
  mutating func takeMessages(for clientID: String) -> [JSON] {
    guard let client = streaming.clients[clientID] else { return [] }
    let messages = client.positions.sorted { $0.key < $1.key }
      .flatMap { channel, position in
        notifications(on: channel, after: position, to: client.user).map { message($0, on: channel) }
      }
    for channel in client.positions.keys { streaming.clients[clientID]?.positions[channel] = org.lastReplayID }
    return messages
  }

  /// Whether there is something to tell the client. If not, the changes so far are done with, and need not be looked at
  /// again.
  mutating func hasMessages(for clientID: String) -> Bool {
    guard let client = streaming.clients[clientID] else { return false }
    for (channel, position) in client.positions {
      guard notifications(on: channel, after: position, to: client.user).isEmpty else { return true }
      streaming.clients[clientID]?.positions[channel] = org.lastReplayID
    }
    return false
  }

  /// Whether a held connect should be answered now: there is something to tell, or the client or its session is gone.
  mutating func isDue(_ hold: Streaming.Hold, at now: Timestamp) -> Bool {
    !isAuthenticated(hold, at: now) || streaming.clients[hold.clientID] == nil || hasMessages(for: hold.clientID)
  }

  func isAuthenticated(_ hold: Streaming.Hold, at now: Timestamp) -> Bool {
    sessions.session(hold.token, at: now).map { org.isActive($0.user) } ?? false
  }

  private func notifications(on channel: String, after position: Int, to user: RecordID) -> [TopicNotification] {
    guard position < org.lastReplayID, let name = Self.topicName(of: channel) else { return [] }
    return org.notifications(ofTopic: name, after: position, to: user)
  }

  static func topicName(of channel: String) -> String? {
    channel.hasPrefix("/topic/") ? String(channel.dropFirst("/topic/".count)) : nil
  }

  /// Source: Streaming API Developer Guide, "Message Durability": the shape of a PushTopic event.
  private func message(_ notification: TopicNotification, on channel: String) -> JSON {
    [
      "data": [
        "event": [
          "createdDate": .string(notification.date.zulu), "replayId": .integer(notification.replayID),
          "type": .string(notification.kind.rawValue),
        ],
        "sobject": .object(
          notification.row.columns.map { column in
            guard case .value(let value) = column.cell else { return .init(key: column.name, value: .null) }
            return .init(key: column.name, value: value.time.map { .string($0.zulu) } ?? JSON(value))
          }),
      ],
      "channel": .string(channel),
    ]
  }
}
