import OrgModel

/// What `PATCH /simulator/streaming` changes; what is not in it stays.
struct StreamingSettings {
  private var apply: [(inout OrgState) -> Void] = []

  /// Reads `clientLimit`, `deliveryLimit`, `requiresCookie`, `changeDataCapture` (names of objects) and `advice`
  /// (`reconnect`, `interval` and `timeout` in milliseconds).
  init(_ body: JSON) throws(APIError) {
    for member in body.members ?? [] {
      switch (member.key, member.value) {
      case ("clientLimit", .integer(let limit)) where limit >= 0:
        apply.append { $0.streaming.clientLimit = limit }
      case ("deliveryLimit", .integer(let limit)) where limit >= 0:
        apply.append { $0.streaming.deliveryLimit = limit }
      case ("requiresCookie", .bool(let isRequired)):
        apply.append { $0.streaming.requiresCookie = isRequired }
      case ("changeDataCapture", .array(let names)):
        let objects = Set(names.compactMap(\.string))
        guard objects.count == names.count, objects.isSubset(of: Org.capturable) else { throw Self.badMember(member) }
        apply.append { $0.org.changeDataCapture = objects }
      case ("advice", .object(let members)):
        for part in members { try addAdvice(part) }
        apply.append { $0.streaming.announceAdvice() }
      default: throw Self.badMember(member)
      }
    }
  }

  func apply(to state: inout OrgState) {
    for change in apply { change(&state) }
  }

  private mutating func addAdvice(_ member: JSON.Member) throws(APIError) {
    switch (member.key, member.value) {
    case ("reconnect", .string(let reconnect)) where ["retry", "handshake", "none"].contains(reconnect):
      apply.append { $0.streaming.advice.reconnect = reconnect }
    case ("interval", .integer(let interval)) where interval >= 0:
      apply.append { $0.streaming.advice.interval = interval }
    case ("timeout", .integer(let timeout)) where (0...600_000).contains(timeout):
      apply.append { $0.streaming.holdMilliseconds = timeout }
    default: throw Self.badMember(member)
    }
  }

  private static func badMember(_ member: JSON.Member) -> APIError {
    APIError(
      .jsonParserError,
      "\(member.key) cannot be that. There are: clientLimit, deliveryLimit (numbers), requiresCookie (true or false), "
        + "changeDataCapture (some of \(Org.capturable.joined(separator: ", "))), advice (reconnect: retry, handshake or "
        + "none; interval, timeout: milliseconds)")
  }
}
