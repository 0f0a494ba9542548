import SyncSimulation
import Testing

@Suite("The simulation of the sync")
struct SimulationTests {
  @Test("A history is the same every time it is run", arguments: [UInt64(1), 2, 3, 4, 5, 6, 7, 8])
  func isReproducible(seed: UInt64) async {
    let first = await Simulation.run(History(seed: seed), keepsTrace: true)
    let second = await Simulation.run(History(seed: seed), keepsTrace: true)
    #expect(first == second)
    #expect(!first.trace.isEmpty)
  }
}
