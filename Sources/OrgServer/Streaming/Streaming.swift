import OrgModel

/// The streaming clients: who is there, what each has been told, and what the server allows them.
///
/// A subscription is a place in the org's log of events, so what is still to tell follows from the log. Only what was read
/// from the log for a client and not yet sent waits in its outbox. Source: Streaming API Developer Guide, "How the Client Connects"; The Bayeux
/// Protocol 1.0.
struct Streaming: Sendable {
  /// How clients are asked to come back (The Bayeux Protocol 1.0, "advice").
  struct Advice: Sendable, Equatable {
    /// `retry`, `handshake` or `none`.
    var reconnect = "retry"
    /// How long to wait before the next connect, in milliseconds.
    var interval = 0
  }

  /// A connect whose answer waits.
  struct Hold: Sendable {
    let clientID: String
    let token: String
    /// What the message called itself.
    let messageID: JSON?
    let milliseconds: Int
    /// How many connects the client had sent when it began.
    let connects: Int
    /// How often all connects had been let go when it began.
    let releases: Int
  }

  /// How long a connect is held, in milliseconds; clients are told so by the advice.
  var holdMilliseconds = 110_000
  var advice = Advice()
  /// How many clients there may be at once, and how many events may be delivered in 24 hours, to all of them together.
  ///
  /// Source: Streaming API Developer Guide, "PushTopic Streaming Allocations" (Performance and Unlimited Editions).
  var clientLimit = 2000
  var deliveryLimit = 1_000_000
  /// Whether a client has to send the cookie of its handshake. Salesforce insists on it; here it is off by default, because
  /// many cookie jars keep none for an address such as 127.0.0.1.
  var requiresCookie = false
  var clients: [String: StreamingClient] = [:]
  var deliveries = DailyCount()
  var faults = StreamFaults()
  private(set) var releases = 0

  /// After an answer with events the next connect must come within 40 seconds, after an empty one within 110.
  static let secondsAfterEvents = 40
  static let secondsAfterSilence = 110

  mutating func forgetExpired(at now: Timestamp) {
    guard clients.values.contains(where: { $0.expires <= now }) else { return }
    clients = clients.filter { $0.value.expires > now }
  }

  /// Lets all connects that are held be answered now.
  mutating func releaseHolds() { releases += 1 }

  /// Gives every client the new advice with its next connect.
  mutating func announceAdvice() {
    for clientID in clients.keys { clients[clientID]?.isAdviceDue = true }
  }
}
