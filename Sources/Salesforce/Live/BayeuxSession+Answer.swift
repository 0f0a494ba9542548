import Localization

/// What an answer of the server means.
extension BayeuxSession {
  mutating func take(_ messages: [BayeuxMessage], at now: Duration, after elapsed: Duration, random: Double) -> Step {
    let changes = changes(in: messages)
    for message in messages { advice = message.advice?.over(advice) ?? advice }
    guard let reply = messages.first(where: { $0.channel == metaChannel }) else {
      return retry(.handshaking, random: random).preceded(by: changes)
    }
    let step = reply.successful ? succeeded(reply, changes, now, elapsed, random) : refused(reply, random)
    return step.preceded(by: changes)
  }

  private var metaChannel: String {
    switch phase {
    case .handshaking: "/meta/handshake"
    case .subscribing: "/meta/subscribe"
    case .unsubscribing: "/meta/unsubscribe"
    default: "/meta/connect"
    }
  }

  /// What the events of an answer announce, each thing once, and up to where.
  ///
  /// Events may come twice or out of order: the place only moves on.
  private mutating func changes(in messages: [BayeuxMessage]) -> [LiveEvent] {
    let channels = Set(accepted.map(Self.withoutFilter))
    let events = messages.filter { $0.isEvent && channels.contains(Self.withoutFilter($0.channel)) }
    guard !events.isEmpty else { return [] }
    var seen: Set<Announcement> = []
    let announced = events.flatMap(\.announcements).filter { seen.insert($0).inserted }
    var changes = announced.isEmpty ? [] : [LiveEvent.changed(announced)]
    if events.contains(where: \.hidesChanges) { changes.append(.missed) }
    let last = events.filter { Self.withoutFilter($0.channel) == way.channel }.compactMap(\.replayID).max()
    if let last, place?.channel != way.channel || place.map({ $0.replayID < last }) ?? true {
      let reached = LivePlace(channel: way.channel, replayID: last)
      place = reached
      changes.append(.reached(reached))
    }
    return changes
  }

  private static func withoutFilter(_ channel: String) -> String { String(channel.prefix { $0 != "?" }) }

  private mutating func succeeded(
    _ reply: BayeuxMessage, _ changes: [LiveEvent], _ now: Duration, _ elapsed: Duration, _ random: Double
  ) -> Step {
    switch phase {
    case .handshaking:
      guard let id = reply.clientID else { return retry(.handshaking, random: random) }
      clientID = id
      return Step(action: enter(.subscribing))
    case .subscribing:
      return accept(at: now)
    case .unsubscribing:
      accepted = [way.subscription]
      return Step(action: enter(.connecting))
    default:
      return connected(reply, changes, now, elapsed, random)
    }
  }

  private mutating func connected(
    _ reply: BayeuxMessage, _ changes: [LiveEvent], _ now: Duration, _ elapsed: Duration, _ random: Double
  ) -> Step {
    if reply.advice?.reconnect == .handshake { return rehandshake(random) }
    if reply.advice?.reconnect == BayeuxAdvice.Reconnect.none { return retry(.handshaking, random: random) }
    failures = 0
    isFreshlyRenewed = false
    if isChoiceOld(at: now) { return chooseAnew() }
    // The first connect is answered at once; a server that goes on like that must not keep this machine busy.
    idleAnswers = changes.isEmpty && elapsed < .seconds(1) ? idleAnswers + 1 : 0
    let rest = idleAnswers > 1 ? Backoff.delay(afterFailures: idleAnswers - 1, random: random) : .zero
    let pause = max(rest, advice.pause)
    return pause > .zero
      ? wait(pause, before: .connecting, isAskedFor: false) : Step(action: enter(.connecting))
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
    case .replay where phase == .subscribing && place != nil:
      losePlace()
      return Step(action: enter(.subscribing))
    case .missingChannel where phase == .subscribing && way == .changeEvents:
      return withoutChangeEvents("this org has no change events of tasks")
    case .missingChannel where phase == .subscribing:
      forgetChoice()
      topic = nil
      return retry(.subscribing, random: random)
    case .limit:
      return unavailable(
        "a limit of live updates that the whole org shares is reached: \(reply.reason)",
        for: Self.limitPause * (1 + random / 2),
        isAskedFor: true)
    case .busy:
      return retry(.handshaking, after: advice.pause, random: random, isAskedFor: true)
    case .notPermitted where phase == .subscribing:
      return refusedSubscription(reply.reason)
    default:
      return followAdvice(reply, random)
    }
  }

  private mutating func followAdvice(_ reply: BayeuxMessage, _ random: Double) -> Step {
    switch (phase, reply.advice?.reconnect) {
    case (_, BayeuxAdvice.Reconnect.none?): return unavailable("Salesforce refused live updates: \(reply.reason)")
    case (_, .handshake): return rehandshake(random)
    case (.connecting, .retry) where failures == 0: return retry(.connecting, after: advice.pause, random: random)
    default: return retry(.handshaking, after: advice.pause, random: random)
    }
  }

  /// At once the first time: nothing is wrong but that the server has forgotten this client.
  private mutating func rehandshake(_ random: Double) -> Step {
    if failures > 0 || phase == .handshaking { return retry(.handshaking, after: advice.pause, random: random) }
    failures = 1
    if advice.pause > .zero { return wait(advice.pause, before: .handshaking, isAskedFor: false) }
    return Step(events: interruption(), action: enter(.handshaking))
  }
}

extension BayeuxSession.Step {
  /// Events of records come before what they end with.
  fileprivate func preceded(by changes: [LiveEvent]) -> Self {
    Self(events: changes + events, action: action)
  }
}
