/// What a phase begins with.
extension BayeuxSession {
  /// Goes on with a phase at once.
  mutating func enter(_ next: Phase) -> Action {
    phase = next
    switch next {
    case .handshaking:
      clientID = ""
      accepted = []
      return send(
        (
          "/meta/handshake",
          [
            "version": .text("1.0"), "minimumVersion": .text("1.0"),
            "supportedConnectionTypes": .array([.text("long-polling")]), "ext": .object(["replay": .flag(true)]),
          ]
        ))
    case .subscribing where owner != nil && way == .changeEvents: return enter(.findingTopic)
    case .subscribing:
      let from = place?.channel == way.channel ? place?.replayID : nil
      // Salesforce's own client names the channel without a filter here.
      let replay = JSON.object([way.channel: .number(from ?? Self.newEventsOnly)])
      return send(("/meta/subscribe", ["subscription": .text(way.subscription), "ext": .object(["replay": replay])]))
    case .unsubscribing:
      return send(unsubscriptions(from: accepted.subtracting([way.subscription])))
    case .connecting:
      return send(("/meta/connect", ["connectionType": .text("long-polling")]), timeout: advice.patience)
    case .confirming: return .confirmChangeEvents
    case .findingTopic: return .findTopic
    case .renewing: return .renewSession
    case .waiting: return .wait(.zero)
    }
  }

  /// What ends the subscription, and lets the server forget this client at once; `nil` where it knows of none.
  mutating func goodbye() -> JSON? {
    guard !clientID.isEmpty else { return nil }
    return .array((unsubscriptions(from: accepted) + [("/meta/disconnect", [:])]).map { message($0) })
  }

  private static let newEventsOnly = -1

  private typealias Content = (channel: String, members: [String: JSON])

  private func unsubscriptions(from channels: Set<String>) -> [Content] {
    channels.sorted().map { ("/meta/unsubscribe", ["subscription": .text($0)]) }
  }

  private mutating func send(_ content: Content, timeout: Duration? = nil) -> Action {
    .send(.array([message(content)]), timeout: timeout)
  }

  private mutating func send(_ contents: [Content]) -> Action {
    .send(.array(contents.map { message($0) }), timeout: nil)
  }

  private mutating func message(_ content: Content) -> JSON {
    var members = content.members
    members["channel"] = .text(content.channel)
    members["id"] = .text(String(nextNumber()))
    if !clientID.isEmpty { members["clientId"] = .text(clientID) }
    return .object(members)
  }
}
