import OrgModel

/// A client that has shaken hands.
struct StreamingClient: Sendable {
  struct Subscription: Sendable {
    let channel: EventChannel
    /// The replay Id up to which the client was told.
    var position: Int
  }

  /// An event under the name by which the client subscribed.
  struct Message: Sendable {
    let channel: String
    let event: EventMessage
  }

  let user: RecordID
  /// The value of the cookie that it got.
  let browser: String
  /// By the name of the channel.
  var subscriptions: [String: Subscription] = [:]
  /// Whether the next connect is answered at once, with advice: so is the first one after the handshake, for which real
  /// clients wait.
  var isAdviceDue = true
  /// How many connects it has sent. A client has one at a time: another one means that it has lost the one before.
  var connects = 0
  /// When the client is forgotten unless it connects.
  var expires: Timestamp
  /// What the next answer carries.
  private(set) var outbox: [Message] = []
  /// Events that a fault keeps back until the next one of their channel.
  private var late: [Message] = []

  init(user: RecordID, browser: String, expires: Timestamp) {
    self.user = user
    self.browser = browser
    self.expires = expires
  }

  /// Puts an event into the next answer, as the fault, if any, will have it.
  mutating func enqueue(_ message: Message, by fault: StreamFaults.Kind?) {
    switch fault {
    case .lose: return
    case .delay: late.append(message)
    case .double: deliver(message, times: 2)
    case .refuse, nil: deliver(message, times: 1)
    }
  }

  /// Subscribes to a channel, anew if need be, or ends the subscription. What waited to be told of it is not told: a new
  /// place in the log says by itself what comes next.
  mutating func subscribe(to channel: String, as subscription: Subscription?) {
    subscriptions[channel] = subscription
    outbox.removeAll { $0.channel == channel }
    late.removeAll { $0.channel == channel }
  }

  mutating func drain() -> [Message] {
    defer { outbox = [] }
    return outbox
  }

  private mutating func deliver(_ message: Message, times: Int) {
    outbox += Array(repeating: message, count: times) + late.filter { $0.channel == message.channel }
    late.removeAll { $0.channel == message.channel }
  }
}
