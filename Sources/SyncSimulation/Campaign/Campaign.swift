import Synchronization

/// Many histories, several at a time.
package struct Campaign: Sendable {
  package struct Failure: Sendable {
    package let seed: UInt64
    package let violation: Violation
  }

  package struct Report: Sendable {
    package var count = 0
    /// Those that broke an invariant, by their seeds.
    package var failures: [Failure] = []

    /// The seeds of the histories that broke each invariant.
    package var byInvariant: [(Invariant, [UInt64])] {
      Dictionary(grouping: failures, by: \.violation.invariant).mapValues { $0.map(\.seed) }
        .sorted { $0.key.rawValue < $1.key.rawValue }
    }
  }

  private let from: UInt64
  private let count: UInt64
  private let jobs: Int
  private let stopsAtFailure: Bool
  private let variant: Variant

  /// - Parameter stopsAtFailure: no further history is begun after one that broke an invariant.
  package init(from: UInt64, count: UInt64, jobs: Int, stopsAtFailure: Bool, variant: Variant = .asIs) {
    self.from = from
    self.count = count
    self.jobs = jobs
    self.stopsAtFailure = stopsAtFailure
    self.variant = variant
  }

  package func run() async -> Report {
    let progress = Progress(from: from, count: count, stopsAtFailure: stopsAtFailure)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, jobs) {
        group.addTask { [variant] in
          while let seed = progress.next() {
            let outcome = await Simulation.run(History(seed: seed), variant: variant)
            progress.note(seed, outcome.violations.first)
            // Nothing in a history ever waits, so others would wait for all of them.
            await Task.yield()
          }
        }
      }
    }
    return progress.report
  }
}

/// Which history is next, and what came of those before.
private final class Progress: Sendable {
  private let state: Mutex<(next: UInt64, report: Campaign.Report)>
  private let end: UInt64
  private let stopsAtFailure: Bool

  init(from: UInt64, count: UInt64, stopsAtFailure: Bool) {
    state = Mutex((from, Campaign.Report()))
    end = from + count
    self.stopsAtFailure = stopsAtFailure
  }

  func next() -> UInt64? {
    state.withLock { state in
      guard state.next < end, !stopsAtFailure || state.report.failures.isEmpty else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  func note(_ seed: UInt64, _ violation: Violation?) {
    state.withLock { state in
      state.report.count += 1
      if let violation { state.report.failures.append(Campaign.Failure(seed: seed, violation: violation)) }
    }
  }

  var report: Campaign.Report {
    state.withLock { state in
      var report = state.report
      report.failures.sort { $0.seed < $1.seed }
      return report
    }
  }
}
