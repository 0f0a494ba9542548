/// What an answer of the server means.
extension BayeuxSession {
  mutating func take(_ messages: [BayeuxMessage], after elapsed: Duration, random: Double) -> Step {
    let changes = changes(in: messages)
    for message in messages { advice = message.advice?.over(advice) ?? advice }
    guard let reply = messages.first(where: { $0.channel == metaChannel }) else {
      return retry(.handshaking, random: random).preceded(by: changes)
    }
    let step = reply.successful ? succeeded(reply, changes, elapsed, random) : refused(reply, random)
    return step.preceded(by: changes)
  }

  private var metaChannel: String {
    switch phase {
    case .handshaking: "/meta/handshake"
    case .subscribing: "/meta/subscribe"
    default: "/meta/connect"
    }
  }

  /// What the events of an answer announce, each thing once.
  private mutating func changes(in messages: [BayeuxMessage]) -> [LiveEvent] {
    let events = messages.filter { $0.isEvent && $0.channel == channel }
    lastReplayID = events.compactMap(\.replayID).last ?? lastReplayID
    var seen: Set<Announcement> = []
    let announced = events.compactMap { event in event.recordID.map { Announcement(id: $0, owner: event.ownerID) } }
      .filter { seen.insert($0).inserted }
    let unreadable = events.contains { $0.recordID == nil }
    return (announced.isEmpty ? [] : [.changed(announced)]) + (unreadable ? [.missed] : [])
  }

  private mutating func succeeded(
    _ reply: BayeuxMessage, _ changes: [LiveEvent], _ elapsed: Duration, _ random: Double
  ) -> Step {
    switch phase {
    case .handshaking:
      guard let id = reply.clientID else { return retry(.handshaking, random: random) }
      clientID = id
      return Step(action: enter(.subscribing))
    case .subscribing:
      // Without a position to go on from, what happened since the subscription broke is not announced.
      let hasGap = wasSubscribed && lastReplayID == nil
      isSubscribed = true
      wasSubscribed = true
      return Step(events: hasGap ? [.subscribed, .missed] : [.subscribed], action: enter(.connecting))
    default:
      return connected(reply, changes, elapsed, random)
    }
  }

  private mutating func connected(
    _ reply: BayeuxMessage, _ changes: [LiveEvent], _ elapsed: Duration, _ random: Double
  ) -> Step {
    if reply.advice?.reconnect == .handshake { return rehandshake(random) }
    if reply.advice?.reconnect == BayeuxAdvice.Reconnect.none { return retry(.handshaking, random: random) }
    failures = 0
    isFreshlyRenewed = false
    // The first connect is answered at once; a server that goes on like that must not keep this machine busy.
    idleAnswers = changes.isEmpty && elapsed < .seconds(1) ? idleAnswers + 1 : 0
    let rest = idleAnswers > 1 ? Backoff.delay(afterFailures: idleAnswers - 1, random: random) : .zero
    let pause = max(rest, advice.pause)
    return pause > .zero ? wait(pause, before: .connecting) : Step(action: enter(.connecting))
  }

  private mutating func refused(_ reply: BayeuxMessage, _ random: Double) -> Step {
    switch BayeuxRefusal(reply) {
    case .authentication:
      if isFreshlyRenewed {
        isFreshlyRenewed = false
        return retry(.handshaking, random: random)
      }
      return Step(events: interruption(), action: enter(.renewing))
    case .unknownClient:
      return rehandshake(random)
    case .replay where phase == .subscribing && lastReplayID != nil:
      lastReplayID = nil
      return Step(action: enter(.subscribing))
    case .missingChannel where phase == .subscribing:
      return retry(.preparing, random: random)
    case .limit:
      return retry(.handshaking, after: Backoff.longest, random: random)
    case .busy:
      return retry(.handshaking, after: advice.pause, random: random)
    default:
      return followAdvice(reply, random)
    }
  }

  private mutating func followAdvice(_ reply: BayeuxMessage, _ random: Double) -> Step {
    let isForGood = phase == .subscribing && reply.error?.hasPrefix("403") == true
    if isForGood || reply.advice?.reconnect == BayeuxAdvice.Reconnect.none {
      return stop(
        reason: "Salesforce refused live updates: \(reply.failureReason ?? reply.error ?? "no reason was given")")
    }
    switch (phase, reply.advice?.reconnect) {
    case (_, .handshake): return rehandshake(random)
    case (.connecting, .retry) where failures == 0: return retry(.connecting, after: advice.pause, random: random)
    default: return retry(.handshaking, after: advice.pause, random: random)
    }
  }

  /// At once the first time: nothing is wrong but that the server has forgotten this client.
  private mutating func rehandshake(_ random: Double) -> Step {
    if failures > 0 || phase == .handshaking { return retry(.handshaking, after: advice.pause, random: random) }
    failures = 1
    if advice.pause > .zero { return wait(advice.pause, before: .handshaking) }
    return Step(events: interruption(), action: enter(.handshaking))
  }
}

extension BayeuxSession.Step {
  /// Events of records come before what they end with.
  fileprivate func preceded(by changes: [LiveEvent]) -> Self {
    Self(events: changes + events, action: action)
  }
}
