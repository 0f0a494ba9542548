import Foundation
import SyncSimulation
import Testing

/// One test at a time: each keeps all cores busy.
@Suite("The simulation of the sync", .serialized)
struct SimulationTests {
  private static let jobs = ProcessInfo.processInfo.activeProcessorCount

  @Test("All invariants hold after each of 400 histories")
  func holds() async {
    let report = await Campaign(from: 1, count: 400, jobs: Self.jobs, stopsAtFailure: true).run()
    guard let failure = report.failures.first else { return }
    let shortest = await Shrinker.shrink(History(seed: failure.seed))
    Issue.record("\(await FailureText.describe(shortest))")
  }

  @Test("A history is the same every time it is run", arguments: UInt64(1)...8)
  func isReproducible(seed: UInt64) async {
    let first = await Simulation.run(History(seed: seed), keepsTrace: true)
    let second = await Simulation.run(History(seed: seed), keepsTrace: true)
    #expect(first == second)
    #expect(!first.trace.isEmpty)
  }

  @Test("Every invariant has a mistake that breaks it")
  func mistakesAreComplete() {
    let broken = Mistake.allCases.reduce(into: Set<Invariant>()) { $0.formUnion($1.breaks) }
    #expect(broken == Set(Invariant.allCases))
  }

  /// Takes many minutes: `make mistakes` runs it.
  private static let runsMistakes = ProcessInfo.processInfo.environment["MISTAKES"] != nil

  @Test(
    "Each mistake is seen within 1,000 seeds", .enabled(if: runsMistakes, "make mistakes"),
    arguments: Mistake.allCases)
  func seesMistake(mistake: Mistake) async {
    for seed in UInt64(1)...1_000 {
      let history = History(seed: seed)
      let violation = await Simulation.run(history, variant: mistake.variant).violations.first
      await Task.yield()
      guard let violation, mistake.breaks.contains(violation.invariant) else { continue }
      // It is the mistake that was seen, not something that is wrong without it.
      if await Simulation.run(history).violations.isEmpty { return }
    }
    Issue.record("nobody noticed \(mistake)")
  }
}
