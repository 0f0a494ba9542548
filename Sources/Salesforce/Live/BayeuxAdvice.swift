/// How the server wants to be asked again (Bayeux protocol, "advice").
struct BayeuxAdvice: Decodable, Equatable {
  enum Reconnect: String, Decodable {
    case retry, handshake, none
  }

  private(set) var reconnect: Reconnect?
  /// Milliseconds to wait before the next connect.
  private(set) var interval: Int?
  /// Milliseconds for which the server may hold a connect.
  private(set) var timeout: Int?

  private enum Key: CodingKey {
    case reconnect, interval, timeout
  }

  init(reconnect: Reconnect? = nil, interval: Int? = nil, timeout: Int? = nil) {
    self.reconnect = reconnect
    self.interval = interval
    self.timeout = timeout
  }

  /// What cannot be read is as good as not there.
  init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: Key.self)
    self.init(
      reconnect: try? object.decode(Reconnect.self, forKey: .reconnect),
      interval: try? object.decode(Int.self, forKey: .interval), timeout: try? object.decode(Int.self, forKey: .timeout)
    )
  }

  /// This advice where it says something, else the earlier one. `reconnect` is never carried over: it is about one answer.
  func over(_ earlier: BayeuxAdvice) -> BayeuxAdvice {
    BayeuxAdvice(reconnect: reconnect, interval: interval ?? earlier.interval, timeout: timeout ?? earlier.timeout)
  }

  /// Before the next connect, but no longer than a sensible server asks for.
  var pause: Duration { .milliseconds(min(max(interval ?? 0, 0), 600_000)) }

  /// For an answer to a connect: what the server holds it for (Salesforce: 110 s), and time to travel.
  var patience: Duration { .milliseconds(min(max(timeout ?? 110_000, 1_000), 600_000)) + .seconds(20) }
}
