import OrgModel

/// A whole history: what is given, and what happens then.
package struct History: Sendable, Hashable {
  package let seed: UInt64
  package let configuration: Configuration
  package var events: [Event]

  /// The history of a seed, always the same.
  package init(seed: UInt64) {
    self.seed = seed
    var random = SplitMix64(seed: seed)
    _ = random.next()
    configuration = Configuration(&random)
    let weights = Event.Kind.allCases.map(\.weight)
    let total = weights.reduce(0, +)
    events = (0..<Int.random(in: 6...36, using: &random))
      .map { _ in
        var place = Int.random(in: 0..<total, using: &random)
        let index = weights.firstIndex { weight in
          place -= weight
          return place < 0
        }
        return Event(Event.Kind.allCases[index ?? 0], seed: random.next())
      }
  }
}
