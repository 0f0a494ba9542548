/// The protocol of a streaming subscription as a value without I/O: what to do next, given what became of the last thing.
///
/// One thing is done at a time: find the topic, shake hands, subscribe, then connect again and again. Whatever breaks a
/// connection leads to a new handshake and a subscription from the last event that was seen, so that an event lost on
/// the way is replayed. See Streaming API Developer Guide, "How the Client Connects" and "Message Durability".
struct BayeuxSession {
  enum Action: Equatable {
    /// Find or create the topic.
    case prepare
    case send(JSON, timeout: Duration?)
    case renewSession
    case wait(Duration)
    case stop
  }

  enum Input {
    /// The channel of the topic, `/topic/NAME`.
    case prepared(channel: String)
    case answer([BayeuxMessage], after: Duration)
    case failed(OrgError)
    case renewed
    case waited
    /// Somebody knows that it is worth trying now.
    case retryNow
  }

  struct Step: Equatable {
    var events: [LiveEvent] = []
    var action: Action
  }

  enum Phase: Equatable {
    case preparing, handshaking, subscribing, connecting, renewing, stopped
    indirect case waiting(before: Phase)
  }

  var phase = Phase.preparing
  var channel = ""
  var clientID = ""
  var advice = BayeuxAdvice()
  /// The last event seen; −1 subscribes to what comes from now on.
  var lastReplayID: Int?
  var isSubscribed = false
  var wasSubscribed = false
  /// In a row, since a connect succeeded.
  var failures = 0
  /// The session was renewed and no connect has succeeded since.
  var isFreshlyRenewed = false
  /// Connects in a row that came back at once with nothing.
  var idleAnswers = 0
  private var messagesSent = 0

  /// What to do first.
  var start: Action { .prepare }

  /// - Parameter random: from 0 up to 1, for the jitter of a wait.
  mutating func handle(_ input: Input, random: Double) -> Step {
    switch (phase, input) {
    case (.stopped, _):
      return Step(action: .stop)
    case (_, .retryNow):
      failures = 0
      return Step(events: interruption(), action: enter(channel.isEmpty ? .preparing : .handshaking))
    case (.waiting(let next), .waited):
      return Step(action: enter(next))
    case (.preparing, .prepared(let channel)):
      self.channel = channel
      return Step(action: enter(.handshaking))
    case (.preparing, .failed(.refused(let error))):
      return stop(reason: error.message)
    case (.renewing, .renewed):
      isFreshlyRenewed = true
      return Step(action: enter(.handshaking))
    case (_, .failed(.loginNeeded(let reason))):
      return stop(reason: reason)
    case (.preparing, .failed(let error)):
      return retry(.preparing, after: error.retryAfter, random: random)
    case (_, .failed(let error)):
      return retry(.handshaking, after: error.retryAfter, random: random)
    case (_, .answer(let messages, let elapsed)):
      return take(messages, after: elapsed, random: random)
    default:
      return retry(.handshaking, random: random)
    }
  }

  /// Goes on with a phase at once.
  mutating func enter(_ next: Phase) -> Action {
    phase = next
    switch next {
    case .preparing: return .prepare
    case .handshaking:
      clientID = ""
      return .send(
        message(
          "/meta/handshake",
          [
            "version": .text("1.0"), "minimumVersion": .text("1.0"),
            "supportedConnectionTypes": .array([.text("long-polling")]), "ext": .object(["replay": .flag(true)]),
          ]), timeout: nil)
    case .subscribing:
      let replay = JSON.object([channel: .number(lastReplayID ?? -1)])
      return .send(
        message("/meta/subscribe", ["subscription": .text(channel), "ext": .object(["replay": replay])]), timeout: nil)
    case .connecting:
      return .send(
        message("/meta/connect", ["connectionType": .text("long-polling")]), timeout: advice.patience)
    case .renewing: return .renewSession
    case .stopped, .waiting: return .stop
    }
  }

  /// Goes on with a phase after a wait that grows with the failures in a row.
  mutating func retry(_ next: Phase, after atLeast: Duration? = nil, random: Double) -> Step {
    failures += 1
    return wait(max(Backoff.delay(afterFailures: failures, random: random), atLeast ?? .zero), before: next)
  }

  mutating func wait(_ delay: Duration, before next: Phase) -> Step {
    let events = next == .connecting ? [] : interruption()
    phase = .waiting(before: next)
    return Step(events: events, action: .wait(delay))
  }

  mutating func stop(reason: String) -> Step {
    phase = .stopped
    isSubscribed = false
    return Step(events: [.unavailable(reason: reason)], action: .stop)
  }

  /// Told once for each time that the subscription stood.
  mutating func interruption() -> [LiveEvent] {
    defer { isSubscribed = false }
    return isSubscribed ? [.interrupted] : []
  }

  /// What lets the server forget this client at once; `nil` where it knows of none.
  mutating func goodbye() -> JSON? {
    clientID.isEmpty ? nil : message("/meta/disconnect", [:])
  }

  private mutating func message(_ channel: String, _ members: [String: JSON]) -> JSON {
    messagesSent += 1
    var members = members
    members["channel"] = .text(channel)
    members["id"] = .text(String(messagesSent))
    if !clientID.isEmpty { members["clientId"] = .text(clientID) }
    return .array([.object(members)])
  }
}

extension OrgError {
  fileprivate var retryAfter: Duration? {
    if case .busy(_, let duration) = self { duration } else { nil }
  }
}
