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
    let isTaskInUserInterfaceAPI = try await org.isTaskInUserInterfaceAPI()
    let organization = try await org.organization()
    var facts = ConnectionFacts(
      foundAt: now, apiVersion: organization.apiVersion, userName: user.name, username: user.username,
      timeZone: user.timeZone,
      organization: ConnectionFacts.Organization(
        name: organization.name, edition: organization.type, instance: organization.instanceName,
        isSandbox: organization.isSandbox),
      rights: TaskRights(abilities), statuses: abilities.statuses, priorities: abilities.priorities,
      isTaskInUserInterfaceAPI: isTaskInUserInterfaceAPI,
      externalIDFields: [], createWay: "", usage: nil)
    facts.take(abilities, usage: await org.apiUsage(), settings)
    return facts
  }

  /// The same facts with what the user may do with tasks now.
  func renewed(by org: any OrgConnection, settings: SyncSettings, now: Date) async throws(OrgError) -> ConnectionFacts {
    var facts = self
    facts.foundAt = now
    facts.take(try await org.taskAbilities(), usage: await org.apiUsage(), settings)
    return facts
  }

  private mutating func take(_ abilities: TaskAbilities, usage: APIUsage?, _ settings: SyncSettings) {
    (rights, statuses, priorities) = (TaskRights(abilities), abilities.statuses, abilities.priorities)
    externalIDFields = abilities.externalIDFields.map {
      ConnectionFacts.ExternalIDField(
        name: $0.name, isUnique: $0.isUnique, isCreateable: $0.isCreateable, holdsKeys: $0.holdsKeys)
    }
    self.usage = usage.map { ConnectionFacts.Usage(used: $0.used, limit: $0.limit) }
    createWay = CreateWay(settings, self).description
  }
}

extension TaskRights {
  /// Of the fields that the program uses.
  init(_ abilities: TaskAbilities) {
    let names = TaskRecord.ownFieldNames.filter(abilities.readableFields.contains)
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
    Set(TaskRecord.ownFieldNames.filter { !isReadable($0) })
  }
}
