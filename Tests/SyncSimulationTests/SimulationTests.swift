import SyncSimulation
import Testing

@Suite("The simulation of the sync")
struct SimulationTests {
  /// The seeds that every test run goes through, in parts so that all cores have work.
  private static let parts = stride(from: UInt64(1), to: 2_001, by: 25).map { $0..<$0 + 25 }

  @Test("All invariants hold after every history", arguments: parts)
  func holds(seeds: Range<UInt64>) async {
    for seed in seeds {
      let outcome = await Simulation.run(History(seed: seed))
      guard outcome.violations.isEmpty else {
        let shortest = await Shrinker.shrink(History(seed: seed))
        Issue.record("\(await FailureText.describe(shortest))")
        return
      }
    }
  }

  @Test("A history is the same every time it is run", arguments: UInt64(1)...16)
  func isReproducible(seed: UInt64) async {
    let first = await Simulation.run(History(seed: seed), keepsTrace: true)
    let second = await Simulation.run(History(seed: seed), keepsTrace: true)
    #expect(first == second)
    #expect(!first.trace.isEmpty)
  }
}
