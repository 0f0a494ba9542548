import Foundation
import Log
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
    let user = try await SyncEngine.identify(store, with: org)
    let settings = try store.syncSettings()
    let facts = try await ConnectionFacts.asked(of: org, as: user, settings: settings, now: environment.now())
    let now = await org.serverTime() ?? environment.now()
    var cycle = SyncCycle(
      store: store, org: org, environment: environment, user: RecordReference(id: user.id, name: user.name),
      facts: facts, identifiedAt: now, rightsKnownAt: now, createWay: CreateWay(settings, facts))
    environment.logger.info(
      "connected",
      metadata: [
        "creates": .shown(cycle.createWay.kind), "version": .shown(facts.apiVersion),
        "sandbox": .shown(facts.organization.isSandbox), "org": .content(user.instanceURL),
        "user": .content("\(user.name), \(user.username)"),
      ])
    _ = try await cycle.take(facts)
    if try store.syncState().isImported { _ = try await cycle.pullDeletions() }
    return cycle
  }

  /// Works by what the org has told from now on.
  mutating func take(_ new: ConnectionFacts) async throws -> PullReport {
    let settings = try store.syncSettings()
    // Also where sync cannot go on: the user finds in it why, and what to choose from.
    try store.note(new)
    if let missing = new.missingValues(of: settings).first {
      throw SyncProblem.missingPicklistValue(missing.key, value: missing.value, choices: missing.choices)
    }
    facts = new
    createWay = CreateWay(settings, new)
    let unreadable = rights.unreadableFields
    let state = try store.syncState()
    try store.updateSyncState { [createWay] state in
      state.createWay = createWay.description
      state.unreadableFields = unreadable
    }
    if state.unreadableFields != unreadable {
      environment.logger.info("rights", metadata: ["unreadable": .shown(unreadable.sorted().joined(separator: " "))])
    }
    // What could not be read before is known as it was then.
    guard state.isImported, !state.unreadableFields.isSubset(of: unreadable) else { return PullReport() }
    return try await readAllLinked()
  }
}

extension CreateWay {
  /// Without the name of a field, which may be that of an org.
  fileprivate var kind: String { externalIDField == nil ? description : "external Id field" }

  var externalIDField: String? {
    if case .externalID(let field) = self { field } else { nil }
  }
}
