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
    let abilities = try await org.taskAbilities()
    let settings = try store.syncSettings()
    try checkMapping(settings.mapping, abilities)
    let createWay = CreateWay(settings, abilities)
    let unreadable = Set(TaskRecord.fieldNames.filter { !$0.contains(".") }).subtracting(abilities.readableFields)
    let cycle = SyncCycle(
      store: store, org: org, environment: environment, user: RecordReference(id: orgUser.id, name: orgUser.name),
      createWay: createWay,
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

  private static func checkMapping(_ mapping: PicklistMapping, _ abilities: TaskAbilities) throws {
    let mapped: [(SettingKey, String, [String])] = [
      (.statusOpen, mapping.open, abilities.statuses), (.statusCompleted, mapping.completed, abilities.statuses),
      (.priorityNormal, mapping.normal, abilities.priorities), (.priorityHigh, mapping.high, abilities.priorities),
    ]
    // Where the values cannot be read they are not known to be missing.
    for (key, value, choices) in mapped where !choices.isEmpty && !choices.contains(value) {
      throw SyncProblem.missingPicklistValue(key, value: value, choices: choices)
    }
  }
}

extension TaskSelection {
  /// The fields here of which the values there cannot be read.
  var unreadableReminderFields: Set<ReminderField> {
    Set(Self.readings.filter { unreadableFields.contains($0.key.rawValue) }.map(\.value))
  }

  private static let readings: [TaskField: ReminderField] = [
    .subject: .name, .status: .status, .priority: .priority, .activityDate: .due, .description: .details,
    .ownerID: .assignee, .whoID: .person, .whatID: .relatedTo, .isReminderSet: .reminder,
    .reminderDateTime: .reminder,
  ]
}

extension CreateWay {
  var externalIDField: String? {
    if case .externalID(let field) = self { field } else { nil }
  }
}
