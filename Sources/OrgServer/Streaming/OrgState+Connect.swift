import OrgModel

extension OrgState {
  enum Connect {
    case answer([JSON])
    case hold(Streaming.Hold)
  }

  /// The answer to a connect, or that it waits: it does if there is nothing to tell, unless the client asks not to, or sends
  /// other messages with it.
  ///
  /// Source: The Bayeux Protocol 1.0, "Connect"; Streaming API Developer Guide, "How the Client Connects".
  mutating func connect(
    _ message: JSON, from caller: StreamingCaller, isAlone: Bool
  ) throws(StreamingError) -> Connect {
    let clientID = try clientID(of: message, from: caller)
    if let type = message["connectionType"]?.string, type != "long-polling" { throw .invalidConnectionType(type) }
    let connects = (streaming.clients[clientID]?.connects ?? 0) + 1
    streaming.clients[clientID]?.connects = connects
    let asked = message["advice"]?["timeout"]?.integer ?? streaming.holdMilliseconds
    let milliseconds = min(max(asked, 0), streaming.holdMilliseconds)
    let isAdviceDue = streaming.clients[clientID]?.isAdviceDue ?? false
    let isOverLimit = streaming.deliveries.total(at: caller.now) >= streaming.deliveryLimit
    guard milliseconds > 0, isAlone, !isAdviceDue, !isOverLimit, !hasMessages(for: clientID) else {
      return .answer(connectReplies(to: message, of: clientID, at: caller.now))
    }
    // The client stays known while its connect is held, and for the time it may take to come back.
    streaming.clients[clientID]?.expires = caller.now.adding(
      seconds: milliseconds / 1000 + Streaming.secondsAfterSilence)
    return .hold(
      Streaming.Hold(
        clientID: clientID, token: caller.session.token, messageID: message["id"], milliseconds: milliseconds,
        connects: connects, releases: streaming.releases))
  }

  /// The answer to a connect that was held, once there is something to tell or the time is up.
  mutating func finish(_ hold: Streaming.Hold, at now: Timestamp) -> HTTPAnswer {
    let message = JSON.object(
      [.init(key: "channel", value: "/meta/connect"), .init(key: "clientId", value: .string(hold.clientID))]
        + (hold.messageID.map { [.init(key: "id", value: $0)] } ?? []))
    guard isAuthenticated(hold, at: now) else {
      return HTTPAnswer(200, [Self.refusal(of: message, .authenticationInvalid)])
    }
    guard let client = streaming.clients[hold.clientID] else {
      return HTTPAnswer(200, [Self.refusal(of: message, .unknownClient)])
    }
    // The events are for the connect that has taken its place; this one may reach nobody.
    guard client.connects == hold.connects else {
      return HTTPAnswer(
        200, [Self.reply(to: message, ["clientId": .string(hold.clientID), "successful": true])])
    }
    return HTTPAnswer(200, .array(connectReplies(to: message, of: hold.clientID, at: now)))
  }

  /// Whether a held connect should be answered now: there is something to tell, another connect has taken its place, or
  /// the client or its session is gone.
  mutating func isDue(_ hold: Streaming.Hold, at now: Timestamp) -> Bool {
    !isAuthenticated(hold, at: now) || hold.releases != streaming.releases
      || streaming.clients[hold.clientID]?.connects != hold.connects || hasMessages(for: hold.clientID)
  }

  /// The events that are due, then the reply; or the refusal of a client for which the org has no more events today.
  private mutating func connectReplies(to message: JSON, of clientID: String, at now: Timestamp) -> [JSON] {
    guard streaming.deliveries.total(at: now) < streaming.deliveryLimit else {
      streaming.clients[clientID] = nil
      return [Self.refusal(of: message, .deliveryLimit)]
    }
    let events = takeMessages(for: clientID)
    streaming.deliveries.add(events.count, at: now)
    streaming.clients[clientID]?.expires = now.adding(
      seconds: events.isEmpty ? Streaming.secondsAfterSilence : Streaming.secondsAfterEvents)
    var members: [JSON.Member] = [.init(key: "clientId", value: .string(clientID))]
    if streaming.clients[clientID]?.isAdviceDue == true {
      members.append(.init(key: "advice", value: adviceJSON))
      streaming.clients[clientID]?.isAdviceDue = false
    }
    members.append(.init(key: "successful", value: true))
    return events.map(Self.json) + [Self.reply(to: message, .object(members))]
  }

  private func isAuthenticated(_ hold: Streaming.Hold, at now: Timestamp) -> Bool {
    sessions.session(hold.token, at: now).map { org.isActive($0.user) } ?? false
  }
}
