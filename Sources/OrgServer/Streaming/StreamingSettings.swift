import OrgModel

/// What `PATCH /simulator/streaming` changes; what is not in it stays.
struct StreamingSettings {
  private let clientLimit: Int?
  private let deliveryLimit: Int?
  private let requiresCookie: Bool?
  private let objects: Set<String>?
  private let advice: Advice?

  private struct Advice {
    let reconnect: String?
    let interval: Int?
    let timeout: Int?
  }

  /// Reads `clientLimit`, `deliveryLimit`, `requiresCookie`, `changeDataCapture` (names of objects) and `advice`
  /// (`reconnect`, `interval` and `timeout` in milliseconds).
  init(_ body: JSON) throws(APIError) {
    try body.allowing(["clientLimit", "deliveryLimit", "requiresCookie", "changeDataCapture", "advice"])
    clientLimit = try body.whole("clientLimit", Self.limits)
    deliveryLimit = try body.whole("deliveryLimit", Self.limits)
    requiresCookie = try body.flag("requiresCookie")
    objects = try body.texts("changeDataCapture").map { Set($0) }
    guard objects?.isSubset(of: Org.capturable) ?? true else {
      throw JSON.mistake("changeDataCapture must be a list of some of \(JSON.listed(Org.capturable))")
    }
    advice = try body.object("advice").map(Self.advice)
  }

  func apply(to state: inout OrgState) {
    if let clientLimit { state.streaming.clientLimit = clientLimit }
    if let deliveryLimit { state.streaming.deliveryLimit = deliveryLimit }
    if let requiresCookie { state.streaming.requiresCookie = requiresCookie }
    if let objects { state.org.changeDataCapture = objects }
    guard let advice else { return }
    if let reconnect = advice.reconnect { state.streaming.advice.reconnect = reconnect }
    if let interval = advice.interval { state.streaming.advice.interval = interval }
    if let timeout = advice.timeout { state.streaming.holdMilliseconds = timeout }
    state.streaming.announceAdvice()
  }

  private static let limits = 0...Int(Int32.max)

  private static func advice(_ json: JSON) throws(APIError) -> Advice {
    try json.allowing(["reconnect", "interval", "timeout"], in: "advice")
    let choices = ["retry", "handshake", "none"].map { (name: $0, value: $0) }
    return Advice(
      reconnect: try json.choice("reconnect", among: choices), interval: try json.whole("interval", 0...600_000),
      timeout: try json.whole("timeout", 0...600_000))
  }
}
