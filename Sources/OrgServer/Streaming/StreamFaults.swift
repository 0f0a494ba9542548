/// What is to go wrong with streaming next.
struct StreamFaults: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    /// The event reaches nobody.
    case lose
    /// The event reaches every subscriber twice.
    case double
    /// The event reaches every subscriber after the next one of its channel.
    case delay
    /// A handshake is refused.
    case refuse
  }

  struct Fault: Sendable {
    let kind: Kind
    /// The channel whose events are meant; `nil`: any.
    let channel: String?
    /// Why the handshake is refused.
    let reason: String
    /// Only events after this one are meant.
    let after: Int
    var remaining: Int
  }

  private struct Place: Hashable {
    let channel: String
    let replayID: Int
  }

  private(set) var pending: [Fault] = []
  /// What was done to events, so that it is done to them for every subscriber.
  private var struck: [Place: Kind] = [:]

  mutating func add(_ fault: Fault) { pending.append(fault) }

  /// What happens to an event on a channel.
  mutating func strike(_ replayID: Int, on channel: String) -> Kind? {
    guard !pending.isEmpty || !struck.isEmpty else { return nil }
    let place = Place(channel: channel, replayID: replayID)
    if let kind = struck[place] { return kind }
    let fault = take { $0.kind != .refuse && replayID > $0.after && $0.channel ?? channel == channel }
    struck[place] = fault?.kind
    return fault?.kind
  }

  /// Why the next handshake is refused, if it is.
  mutating func refusal() -> String? { take { $0.kind == .refuse }?.reason }

  private mutating func take(where isMeant: (Fault) -> Bool) -> Fault? {
    guard let index = pending.firstIndex(where: isMeant) else { return nil }
    pending[index].remaining -= 1
    let fault = pending[index]
    if fault.remaining <= 0 { pending.remove(at: index) }
    return fault
  }
}
