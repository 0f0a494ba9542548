/// What must hold in every run, with every fault, in every interleaving (sync-rules.md §5).
package enum Invariant: Int, Sendable, CaseIterable, Hashable {
  case convergence = 1
  case noLostEdit, noDuplicates, noResurrection, noClobber, oneWay, firstSyncPushesNothing, idempotence, cursor
  case durability, isolation, economy
}

/// What is wrong after a history, in a sentence.
package struct Violation: Sendable, Hashable, CustomStringConvertible {
  package let invariant: Invariant
  package let sentence: String

  init(_ invariant: Invariant, _ sentence: String) {
    self.invariant = invariant
    self.sentence = sentence
  }

  package var description: String { "\(invariant.rawValue) \(invariant): \(sentence)" }
}
