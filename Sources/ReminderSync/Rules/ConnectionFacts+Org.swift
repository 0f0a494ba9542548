package import Foundation
package import Reminders
package import Salesforce

extension ConnectionFacts {
  /// Asks an org for all of it.
  ///
  /// - Parameters:
  ///   - user: who is logged in, as was just asked.
  ///   - now: by the clock here.
  package static func asked(
    of org: any OrgConnection, as user: OrgUser, settings: SyncSettings, now: Date
  ) async throws(OrgError) -> ConnectionFacts {
    let abilities = try await org.taskAbilities()
    let organization = try await org.organization()
    var facts = ConnectionFacts(
      foundAt: now, apiVersion: organization.apiVersion, userName: user.name, username: user.username,
      timeZone: user.timeZone,
      organization: ConnectionFacts.Organization(
        name: organization.name, edition: organization.type, instance: organization.instanceName,
        isSandbox: organization.isSandbox),
      rights: TaskRights(abilities), statuses: abilities.statuses, priorities: abilities.priorities,
      isTaskInUserInterfaceAPI: abilities.createsIdempotently,
      externalIDFields: abilities.externalIDFields.map {
        ConnectionFacts.ExternalIDField(
          name: $0.name, isUnique: $0.isUnique, isCreateable: $0.isCreateable, holdsKeys: $0.holdsKeys)
      },
      createWay: "",
      usage: await org.apiUsage().map { ConnectionFacts.Usage(used: $0.used, limit: $0.limit) })
    facts.createWay = CreateWay(settings, facts).description
    return facts
  }
}

extension TaskRights {
  /// Of the fields that the program uses.
  init(_ abilities: TaskAbilities) {
    let names = TaskRecord.fieldNames.filter { !$0.contains(".") && abilities.readableFields.contains($0) }
    self.init(
      mayRead: abilities.isQueryable, mayCreate: abilities.isCreateable, mayEdit: abilities.isUpdateable,
      mayDelete: abilities.isDeletable,
      fields: Dictionary(
        uniqueKeysWithValues: names.map { name in
          let rights = FieldRights(
            isCreateable: abilities.createableFields.contains(name),
            isUpdateable: abilities.updateableFields.contains(name))
          return (name, rights)
        }))
  }

  /// The fields that the program reads and this user may not.
  var unreadableFields: Set<String> {
    Set(TaskRecord.fieldNames.filter { !$0.contains(".") && !isReadable($0) })
  }
}
