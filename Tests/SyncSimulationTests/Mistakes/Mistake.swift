import Foundation
import ReminderStore
import Reminders
import SyncSimulation
import Synchronization

/// Variants of the sync that are deliberately wrong: the simulation must see each of them.
enum Mistake: String, CaseIterable {
  case resultsIgnored, baseMovesToRow, blindRetry, noHold, attemptsForgotten, updateRevives, allFieldsSent
  case everyValueSyncs, localOnlyForgotten, everyPageCounts, cursorFollowsPage, cursorWithoutOverlap
  case shownBeforeStored, identityRemembered, asksWhoEachTime, rightsForgotten

  /// The invariants that it breaks; which of them is seen first depends on the history.
  var breaks: Set<Invariant> {
    switch self {
    case .resultsIgnored: [.convergence, .noLostEdit]
    case .rightsForgotten: [.convergence]
    case .baseMovesToRow: [.noLostEdit, .convergence]
    case .blindRetry, .noHold, .attemptsForgotten: [.noDuplicates]
    case .updateRevives: [.noResurrection]
    case .allFieldsSent: [.noClobber]
    case .everyValueSyncs: [.oneWay]
    case .localOnlyForgotten: [.firstSyncPushesNothing]
    case .everyPageCounts: [.idempotence]
    case .cursorFollowsPage, .cursorWithoutOverlap: [.cursor]
    case .shownBeforeStored: [.durability]
    case .identityRemembered: [.isolation]
    case .asksWhoEachTime: [.economy]
    }
  }

  /// A variant for one history: some remember what they saw.
  var variant: Variant {
    var variant = Variant()
    switch self {
    case .resultsIgnored: variant.org = { ResultsIgnored(org: $0) }
    case .baseMovesToRow: variant.store = { BaseMovesToRow(store: $0) }
    case .rightsForgotten: variant.store = { RightsForgotten(store: $0) }
    case .blindRetry: variant.org = { BlindRetry(org: $0) }
    case .noHold: variant.store = { NoHold(store: $0) }
    case .attemptsForgotten: variant.store = { AttemptsForgotten(store: $0) }
    case .updateRevives:
      let marks = UpdateRevives.Marks()
      variant.org = { UpdateRevives(org: $0, marks: marks) }
    case .allFieldsSent: variant.org = { AllFieldsSent($0) }
    case .everyValueSyncs: variant.store = { EveryValueSyncs(store: $0) }
    case .everyPageCounts: variant.store = { EveryPageCounts(store: $0) }
    case .cursorFollowsPage: variant.store = { CursorFollowsPage(store: $0) }
    case .cursorWithoutOverlap: variant.store = { CursorWithoutOverlap(store: $0) }
    case .identityRemembered:
      let memory = IdentityRemembered.Memory()
      variant.org = { IdentityRemembered(org: $0, memory: memory) }
    case .asksWhoEachTime: variant.org = { AsksWhoEachTime(org: $0) }
    case .localOnlyForgotten:
      // What is made while sync is off is made as if it were on.
      variant.perform = { store, action, now in
        guard case .create = action, try !store.syncSettings().isOn else { return try store.perform(action, at: now) }
        try store.set(.sync, to: "on")
        defer { try? store.set(.sync, to: "off") }
        return try store.perform(action, at: now)
      }
    case .shownBeforeStored:
      // A new task is shown at once and stored later.
      variant.perform = { store, action, now in
        guard case .create(let draft) = action else { return try store.perform(action, at: now) }
        return ActionReport(summary: "Added “\(draft.fields.name)”", reminders: [ReminderID(rawValue: "later")])
      }
    }
    return variant
  }
}
