import SyncSimulation
import Testing

@Suite("What the simulation sees")
struct MistakeTests {
  @Test("Every invariant has a mistake that breaks it")
  func isComplete() {
    let broken = Mistake.allCases.reduce(into: Set<Invariant>()) { $0.formUnion($1.breaks) }
    #expect(broken == Set(Invariant.allCases))
  }

  @Test("Each mistake is seen within 1,000 seeds", arguments: Mistake.allCases)
  func isSeen(mistake: Mistake) async {
    for seed in UInt64(1)...1_000 {
      let history = History(seed: seed)
      guard let violation = await Simulation.run(history, variant: mistake.variant).violations.first,
        mistake.breaks.contains(violation.invariant)
      else { continue }
      // It is the mistake that was seen, not something that is wrong without it.
      if await Simulation.run(history).violations.isEmpty { return }
    }
    Issue.record("nobody noticed \(mistake)")
  }
}
