import Foundation
import Logging
import ReminderStore
import Reminders
import Salesforce

extension SyncCycle {
  /// Connects a store to the org of a login, and looks after what nobody saw while it was not connected.
  ///
  /// - Throws: `SyncProblem` when the store belongs to another org or user, or the org lacks a value that is mapped.
  static func connect(
    store: any SyncStore, org: any OrgConnection, environment: SyncEnvironment
  ) async throws -> SyncCycle {
    let orgUser = try await SyncEngine.identify(store, with: org)
    let settings = try store.syncSettings()
    let facts = try await ConnectionFacts.asked(
      of: org, as: orgUser, settings: settings, now: environment.now())
    // Also where sync cannot go on: the user finds in it why, and what to choose from.
    try store.note(facts)
    if let missing = facts.missingValues(of: settings).first {
      throw SyncProblem.missingPicklistValue(missing.key, value: missing.value, choices: missing.choices)
    }
    let createWay = CreateWay(settings, facts)
    let unreadable = facts.rights.unreadableFields
    let cycle = SyncCycle(
      store: store, org: org, environment: environment, user: RecordReference(id: orgUser.id, name: orgUser.name),
      rights: facts.rights, connectedAt: await org.serverTime() ?? environment.now(), createWay: createWay,
      selection: TaskSelection(externalIDField: createWay.externalIDField, unreadableFields: unreadable))
    environment.logger.info("connected", metadata: ["creates": "\(createWay)", "unreadable": "\(unreadable.sorted())"])
    let isMoreReadable = try !store.syncState().unreadableFields.isSubset(of: unreadable)
    try store.updateSyncState { state in
      state.createWay = createWay.description
      state.unreadableFields = unreadable
    }
    if try store.syncState().isImported {
      _ = try await cycle.pullDeletions()
      // What could not be read before is known as it was then.
      if isMoreReadable { _ = try await cycle.readAllLinked() }
    }
    return cycle
  }
}

extension CreateWay {
  var externalIDField: String? {
    if case .externalID(let field) = self { field } else { nil }
  }
}
