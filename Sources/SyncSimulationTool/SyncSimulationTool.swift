import ArgumentParser
import Foundation
import SyncSimulation

/// `sync-simulation`: runs histories of the sync, and prints those that break an invariant.
@main
struct SyncSimulationTool: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync-simulation",
    abstract: "Runs seeded histories of the sync against a simulated org and checks the invariants after each.")

  @Option(help: "How many histories to run.")
  var seeds: UInt64 = 1_000

  @Option(help: "The seed of the first history.")
  var from: UInt64 = 1

  @Option(help: "How many histories run at the same time.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Goes on after a history that failed, and counts what failed.")
  var all = false

  func run() async throws {
    let start = ContinuousClock.now
    let report = await Campaign(from: from, count: seeds, jobs: jobs, stopsAtFailure: !all).run()
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    if let failure = report.failures.first {
      let shrunk = await Shrinker.shrink(History(seed: failure.seed))
      print(await FailureText.describe(shrunk))
    }
    if all {
      for (invariant, seeds) in report.byInvariant {
        print("\(invariant.rawValue) \(invariant): \(seeds.count) histories, e.g. \(seeds.prefix(8))")
      }
    }
    print("\(report.count) histories, \(report.failures.count) failed, \(Int(Double(report.count) / seconds)) a second")
    guard report.failures.isEmpty else { throw ExitCode.failure }
  }
}
