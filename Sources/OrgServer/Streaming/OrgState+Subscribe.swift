import OrgModel

extension OrgState {
  /// Subscribes to one or more channels, each from the place that the replay extension says: -1 (or nothing) from now on,
  /// -2 all that is kept, else what came after that event. Subscribing again sets the place anew.
  ///
  /// Source: Streaming API Developer Guide, "Message Durability", "Streaming API Error Codes".
  mutating func subscribe(_ message: JSON, from caller: StreamingCaller) throws(StreamingError) -> JSON {
    let clientID = try clientID(of: message, from: caller)
    guard streaming.deliveries.total(at: caller.now) < streaming.deliveryLimit else { throw .deliveryLimit }
    let names = Self.channels(of: message)
    guard !names.isEmpty else { throw .noChannelName }
    var subscriptions: [String: StreamingClient.Subscription] = [:]
    for name in names {
      guard !name.isEmpty else { throw .noChannelName }
      guard name.hasPrefix("/") else { throw .noLeadingSlash }
      let channel = try org.channel(name, for: caller.user)
      let position = try position(Self.replayID(of: name, in: message), on: channel, at: caller.now)
      subscriptions[name] = StreamingClient.Subscription(channel: channel, position: position)
    }
    for (name, subscription) in subscriptions { streaming.clients[clientID]?.subscribe(to: name, as: subscription) }
    return Self.reply(
      to: message,
      ["clientId": .string(clientID), "subscription": message["subscription"] ?? .null, "successful": true])
  }

  mutating func unsubscribe(_ message: JSON, from caller: StreamingCaller) throws(StreamingError) -> JSON {
    let clientID = try clientID(of: message, from: caller)
    let names = Self.channels(of: message)
    guard !names.isEmpty else { throw .noChannelName }
    for name in names { streaming.clients[clientID]?.subscribe(to: name, as: nil) }
    return Self.reply(
      to: message,
      ["clientId": .string(clientID), "subscription": message["subscription"] ?? .null, "successful": true])
  }

  private static func channels(of message: JSON) -> [String] {
    message["subscription"]?.array?.compactMap(\.string) ?? message["subscription"]?.string.map { [$0] } ?? []
  }

  /// Clients may leave the filter away where they name the channel in the replay extension.
  private static func replayID(of channel: String, in message: JSON) -> JSON {
    let replay = message["ext"]?["replay"]
    let unfiltered = channel.prefix { $0 != "?" }
    return replay?[channel] ?? replay?[String(unfiltered)] ?? -1
  }

  private func position(
    _ replayID: JSON, on channel: EventChannel, at now: Timestamp
  ) throws(StreamingError) -> Int {
    let replayable = org.replayableIDs(on: channel, at: now)
    switch replayID.integer {
    case -1: return replayable.upperBound
    case -2: return replayable.lowerBound
    case let id? where replayable.contains(id): return id
    default: throw .invalidReplayID(replayID.string ?? String(decoding: replayID.utf8, as: UTF8.self))
    }
  }
}
