import Foundation
import SyncSimulation
import Testing

/// One test at a time: each keeps all cores busy.
@Suite("The simulation of the sync", .serialized)
struct SimulationTests {
  private static let jobs = ProcessInfo.processInfo.activeProcessorCount

  @Test("All invariants hold after each of 2,000 histories")
  func holds() async {
    let report = await Campaign(from: 1, count: 2_000, jobs: Self.jobs, stopsAtFailure: true).run()
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

  @Test("Each mistake is seen within 1,000 seeds", arguments: Mistake.allCases)
  func seesMistake(mistake: Mistake) async {
    let jobs = UInt64(Self.jobs)
    for first in stride(from: UInt64(1), through: 1_000, by: Int(jobs)) {
      let isSeen = await withTaskGroup(of: Bool.self) { group in
        for seed in first..<first + jobs { group.addTask { await mistake.isSeen(in: History(seed: seed)) } }
        return await group.contains(true)
      }
      if isSeen { return }
    }
    Issue.record("nobody noticed \(mistake)")
  }
}

extension Mistake {
  /// Whether it breaks what it is to break in a history in which nothing is wrong without it.
  fileprivate func isSeen(in history: History) async -> Bool {
    let violation = await Simulation.run(history, variant: variant).violations.first
    await Task.yield()
    guard let violation, breaks.contains(violation.invariant) else { return false }
    return await Simulation.run(history).violations.isEmpty
  }
}
