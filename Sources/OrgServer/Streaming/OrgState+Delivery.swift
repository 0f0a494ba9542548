import OrgModel

extension OrgState {
  /// What the client has not been told yet; from here on it counts as told.
  mutating func takeMessages(for clientID: String) -> [StreamingClient.Message] {
    collectMessages(for: clientID)
    return streaming.clients[clientID]?.drain() ?? []
  }

  /// Whether there is something to tell the client.
  mutating func hasMessages(for clientID: String) -> Bool {
    collectMessages(for: clientID)
    return streaming.clients[clientID]?.outbox.isEmpty == false
  }

  /// Looks at the changes that are new to the client. It does so once: what they say goes into the client's outbox, and its
  /// subscriptions move on to the end of the log.
  private mutating func collectMessages(for clientID: String) {
    guard let client = streaming.clients[clientID],
      client.subscriptions.values.contains(where: { $0.position < org.lastReplayID })
    else { return }
    var messages: [StreamingClient.Message] = []
    for (name, subscription) in client.subscriptions where subscription.position < org.lastReplayID {
      messages += org.messages(on: subscription.channel, after: subscription.position, to: client.user)
        .map { StreamingClient.Message(channel: name, event: $0) }
      streaming.clients[clientID]?.subscriptions[name]?.position = org.lastReplayID
    }
    messages.sort { ($0.event.replayID, $0.channel) < ($1.event.replayID, $1.channel) }
    for message in messages {
      let fault = streaming.faults.strike(message.event.replayID, on: message.channel)
      streaming.clients[clientID]?.enqueue(message, by: fault)
    }
  }
}
