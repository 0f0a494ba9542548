import OrgModel

extension OrgState {
  /// All of streaming, for those who want to know what a client does.
  func streamingJSON(at now: Timestamp) -> JSON {
    [
      "lastReplayId": .integer(org.lastReplayID),
      "clients": .array(streaming.clients.sorted { $0.key < $1.key }.map(json)),
      "deliveries": .integer(streaming.deliveries.total(at: now)),
      "faults": .array(streaming.faults.pending.map(\.json)),
      "clientLimit": .integer(streaming.clientLimit), "deliveryLimit": .integer(streaming.deliveryLimit),
      "requiresCookie": .bool(streaming.requiresCookie),
      "changeDataCapture": .array(org.changeDataCapture.sorted().map { .string($0) }), "advice": adviceJSON,
    ]
  }

  /// How clients are asked to come back, as in a reply.
  var adviceJSON: JSON {
    [
      "interval": .integer(streaming.advice.interval), "timeout": .integer(streaming.holdMilliseconds),
      "reconnect": .string(streaming.advice.reconnect),
    ]
  }

  private func json(_ clientID: String, _ client: StreamingClient) -> JSON {
    let subscriptions = client.subscriptions.sorted { $0.key < $1.key }
      .map { channel, subscription -> JSON in
        ["channel": .string(channel), "position": .integer(subscription.position)]
      }
    return [
      "clientId": .string(clientID), "user": .string(org.members[client.user]?.username ?? client.user.text),
      "expires": .string(client.expires.description), "subscriptions": .array(subscriptions),
    ]
  }
}
