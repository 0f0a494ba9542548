import Localization

/// The protocol of a streaming subscription as a value without I/O: what to do next, given what became of the last thing.
///
/// One thing is done at a time: shake hands, subscribe by the best way that the org allows, then connect again and again.
/// Change events are tried first, as that costs no API call; a PushTopic is looked for where they are refused. Whatever
/// breaks a connection leads to a new handshake and a subscription from the last event that was seen, so that an event lost
/// on the way is replayed. Once a day the way is chosen anew. See Streaming API Developer Guide, "How the Client Connects"
/// and "Message Durability".
struct BayeuxSession: Sendable {
  enum Action: Equatable, Sendable {
    case send(JSON, timeout: Duration?)
    /// Find out whether Task is selected for Change Data Capture.
    case confirmChangeEvents
    /// Find or create a PushTopic.
    case findTopic
    case renewSession
    case wait(Duration)
  }

  enum Input {
    case answer([BayeuxMessage], after: Duration)
    case changeEventsConfirmed(Bool)
    case topic(name: String)
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

  enum Phase: Equatable, Sendable {
    case handshaking, subscribing, confirming, findingTopic, unsubscribing, connecting, renewing
    indirect case waiting(before: Phase, isAskedFor: Bool)
  }

  var phase = Phase.handshaking
  /// The way in use, or being tried.
  var way = LiveWay.changeEvents
  /// Of whose tasks alone to hear, which only a PushTopic can do; `nil` for all.
  let owner: String?
  /// The topic that was found last.
  var topic: String?
  /// Why change events are not in use.
  var whyNotChangeEvents: LocalizedText?
  /// When the way was chosen, by the time of `handle`; `nil` while it is being chosen.
  var chosenAt: Duration?
  var clientID = ""
  /// What this client is subscribed to on the server.
  var accepted: Set<String> = []
  var advice = BayeuxAdvice()
  /// The last event seen.
  var place: LivePlace?
  /// What was announced after the last place cannot be had any more.
  var hasLostPlace = false
  var isSubscribed = false
  var wasSubscribed = false
  /// What the user was last told of why there is no subscription.
  var toldReason: LocalizedText?
  /// In a row, since a connect succeeded.
  var failures = 0
  /// The session was renewed and no connect has succeeded since.
  var isFreshlyRenewed = false
  /// Connects in a row that came back at once with nothing.
  var idleAnswers = 0
  private var messagesSent = 0

  /// - Parameters:
  ///   - place: the last event that an earlier subscription saw.
  ///   - owner: of whose tasks to hear; `nil` for all.
  init(after place: LivePlace? = nil, ownedBy owner: String? = nil) {
    self.place = place
    self.owner = owner
    if owner != nil { whyNotChangeEvents = Self.notForOneOwner }
  }

  /// What to do first.
  mutating func start() -> Action { enter(.handshaking) }

  /// Whether a pause may be cut short, or a connection be made anew: not while the org asked to wait.
  var mayRetryNow: Bool {
    if case .waiting(_, isAskedFor: true) = phase { false } else { true }
  }

  /// - Parameters:
  ///   - now: since the beginning, by a clock that does not jump.
  ///   - random: from 0 up to 1, for the jitter of a wait.
  mutating func handle(_ input: Input, at now: Duration = .zero, random: Double) -> Step {
    switch (phase, input) {
    case (_, .retryNow):
      failures = 0
      return Step(events: interruption(), action: enter(.handshaking))
    case (.waiting(let next, _), .waited):
      return Step(action: enter(next))
    case (_, .answer(let messages, let elapsed)):
      return take(messages, at: now, after: elapsed, random: random)
    case (.confirming, .changeEventsConfirmed(let isSelected)):
      return isSelected ? subscribed(at: now) : withoutChangeEvents(Self.notSelected)
    case (.confirming, .failed(.refused)):
      return withoutChangeEvents(Self.notShown)
    case (.findingTopic, .topic(let name)):
      return subscribe(toTopic: name)
    case (.findingTopic, .failed(.refused(let error))):
      return unavailable(whyNotChangeEvents.map { "\(error.reason); \($0)" } ?? error.reason)
    case (.renewing, .renewed):
      isFreshlyRenewed = true
      return Step(action: enter(.handshaking))
    case (_, .failed(let error)):
      return failed(error, random)
    default:
      return retry(.handshaking, random: random)
    }
  }

  /// The next number of a message.
  mutating func nextNumber() -> Int {
    messagesSent += 1
    return messagesSent
  }
}
