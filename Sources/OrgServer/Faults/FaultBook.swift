import OrgModel

/// The faults that are set up. What is left to chance goes by a seed, so the same requests in the same order meet the same
/// faults.
struct FaultBook: Sendable {
  private(set) var faults: [Fault] = []
  var random = SplitMix64(seed: FaultBook.firstSeed)
  private var lastID = 0

  private static let firstSeed: UInt64 = 1

  /// The faults that strike a request, as one.
  struct Strike: Sendable {
    var ids: [Int] = []
    var effect = FaultEffect()
    /// What the names in the paths of the faults stand for.
    var names: [String: String] = [:]
  }

  @discardableResult
  mutating func add(_ request: FaultRequest) -> Fault {
    lastID += 1
    var effect = request.effect
    for index in effect.before.indices { effect.before[index].fault = lastID }
    for index in effect.after.indices { effect.after[index].fault = lastID }
    let fault = Fault(
      id: lastID, match: request.match, schedule: request.schedule, effect: effect, definition: request.definition)
    faults.append(fault)
    return fault
  }

  /// Removes one; whether there was one.
  mutating func remove(_ id: Int) -> Bool {
    guard let index = faults.firstIndex(where: { $0.id == id }) else { return false }
    faults.remove(at: index)
    return true
  }

  mutating func removeAll() { faults = [] }

  /// What strikes the request, the oldest fault first.
  mutating func strike(_ request: HTTPCall, by username: String?) -> Strike {
    var strike = Strike()
    for index in faults.indices {
      guard let names = faults[index].match.names(in: request, by: username),
        faults[index].schedule.strikes(&random)
      else { continue }
      strike.ids.append(faults[index].id)
      strike.effect.join(faults[index].effect)
      strike.names.merge(names) { first, _ in first }
      faults[index].callStatuses = []
    }
    return strike
  }

  /// Notes what a call of a fault was answered.
  mutating func note(_ status: Int, of call: FaultCall) {
    guard let index = faults.firstIndex(where: { $0.id == call.fault }) else { return }
    faults[index].callStatuses.append(status)
  }
}
