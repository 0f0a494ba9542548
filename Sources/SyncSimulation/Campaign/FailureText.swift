/// A history that breaks an invariant, for a person to read.
package enum FailureText {
  package static func describe(_ history: History, variant: Variant = .asIs) async -> String {
    let outcome = await Simulation.run(history, variant: variant, keepsTrace: true)
    return """
      Seed \(history.seed): \(outcome.violations.map(\.description).joined(separator: "\n  "))
      \(history.configuration)
      \(outcome.trace.joined(separator: "\n"))
      Run it again with: make simulate SEEDS=1 FROM=\(history.seed)
      """
  }
}
