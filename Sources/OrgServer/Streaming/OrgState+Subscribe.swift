import OrgModel

extension OrgState {
  /// Subscribes to one or more channels, each from the place that the replay extension says: -1 (or nothing) from now on,
  /// -2 all that is kept, else what came after that event.
  ///
  /// Source: Streaming API Developer Guide, "Message Durability", "Streaming API Error Codes".
  mutating func subscribe(_ message: JSON, by user: RecordID) -> JSON {
    guard let clientID = knownClient(message, user: user) else { return Self.unknownClient(message) }
    let channels = Self.channels(of: message)
    guard !channels.isEmpty else { return Self.refusal(of: message, "400::Channel name not specified") }
    var positions: [String: Int] = [:]
    for channel in channels {
      guard channel.hasPrefix("/") else {
        return Self.refusal(of: message, "400::Channel subscriptions must start with a leading '/'")
      }
      guard let name = Self.topicName(of: channel), org.hasTopic(named: name) else {
        return Self.refusal(of: message, "400::The channel you requested to subscribe to does not exist {\(channel)}")
      }
      let wanted = message["ext"]?["replay"]?[channel]?.integer ?? -1
      guard let position = position(wanted) else {
        return Self.refusal(
          of: message,
          "400::The replayId {\(wanted)} you provided was invalid.  Please provide a valid ID, -2 to replay all events, "
            + "or -1 to replay only new events.")
      }
      positions[channel] = position
    }
    streaming.clients[clientID]?.positions.merge(positions) { $1 }
    return Self.reply(
      to: message,
      ["clientId": .string(clientID), "subscription": message["subscription"] ?? .null, "successful": true])
  }

  private func position(_ replayID: Int) -> Int? {
    switch replayID {
    case -1: org.lastReplayID
    case -2: 0
    default: org.replayableIDs.contains(replayID) ? replayID : nil
    }
  }
}
