package import Foundation

/// What an org told when it was connected: about itself, the user, and what the user may do.
///
/// It is kept in the store, so that what follows from it (`findings`) can be read offline.
package struct ConnectionFacts: Hashable, Sendable, Codable {
  /// When it was told, by the clock here.
  package var foundAt: Date
  /// As in a path: `67.0`.
  package var apiVersion: String
  package var userName: String
  package var username: String
  /// The time zone of the user there, by its name in the IANA database.
  package var timeZone: String?
  package var organization: Organization
  package var rights: TaskRights
  /// The values that the org has for Status and Priority; empty where they cannot be read.
  package var statuses: [String]
  package var priorities: [String]
  package var isTaskInUserInterfaceAPI: Bool
  /// The external Id fields of Task that the user can see.
  package var externalIDFields: [ExternalIDField]
  /// How creates are kept from happening twice, in words.
  package var createWay: String
  package var usage: Usage?

  package struct Organization: Hashable, Sendable, Codable {
    /// `nil` where the user may not read it.
    package var name: String?
    package var edition: String?
    package var instance: String?
    package var isSandbox: Bool

    package init(name: String?, edition: String?, instance: String?, isSandbox: Bool) {
      self.name = name
      self.edition = edition
      self.instance = instance
      self.isSandbox = isSandbox
    }
  }

  package struct ExternalIDField: Hashable, Sendable, Codable {
    package var name: String
    package var isUnique: Bool
    package var isCreateable: Bool
    /// It holds a text of 32 characters.
    package var holdsKeys: Bool

    package init(name: String, isUnique: Bool, isCreateable: Bool, holdsKeys: Bool) {
      self.name = name
      self.isUnique = isUnique
      self.isCreateable = isCreateable
      self.holdsKeys = holdsKeys
    }

    /// Whether tasks can be named by it, and no two alike; without `isUnique` an upsert needs the permission "View All
    /// Data" as well (SOAP API Developer Guide, "upsert()").
    package var isUsable: Bool { isUnique && isCreateable && holdsKeys }
  }

  /// The API calls of the org in the last 24 hours, by everybody.
  package struct Usage: Hashable, Sendable, Codable {
    package var used: Int
    package var limit: Int

    package init(used: Int, limit: Int) {
      self.used = used
      self.limit = limit
    }
  }

  package init(
    foundAt: Date, apiVersion: String, userName: String, username: String, timeZone: String?,
    organization: Organization, rights: TaskRights, statuses: [String], priorities: [String],
    isTaskInUserInterfaceAPI: Bool, externalIDFields: [ExternalIDField], createWay: String, usage: Usage?
  ) {
    self.foundAt = foundAt
    self.apiVersion = apiVersion
    self.userName = userName
    self.username = username
    self.timeZone = timeZone
    self.organization = organization
    self.rights = rights
    self.statuses = statuses
    self.priorities = priorities
    self.isTaskInUserInterfaceAPI = isTaskInUserInterfaceAPI
    self.externalIDFields = externalIDFields
    self.createWay = createWay
    self.usage = usage
  }

  /// Whether this is worth keeping in the place of what is known: it says something else than how many API calls are
  /// used, or that is half a day old.
  package func adds(to known: ConnectionFacts) -> Bool {
    var known = known
    let age = foundAt.timeIntervalSince(known.foundAt)
    (known.foundAt, known.usage) = (foundAt, usage)
    return known != self || !(0..<43_200).contains(age)
  }
}

extension ConnectionFacts {
  /// The org's own values that a setting can take; `nil` for a setting that takes no value of the org, and where they are
  /// not known.
  package func choices(for key: SettingKey) -> [String]? {
    let values: [String] =
      switch key {
      case .statusOpen, .statusCompleted: statuses
      case .priorityNormal, .priorityHigh: priorities
      default: []
      }
    return values.isEmpty ? nil : values
  }

  /// The mapped values that the org does not have, in the order of the settings (sync-rules.md §1).
  package func missingValues(of settings: SyncSettings) -> [(key: SettingKey, value: String, choices: [String])] {
    SettingKey.mapped.compactMap { key in
      guard let choices = choices(for: key), let value = settings[key: key], !choices.contains(value) else {
        return nil
      }
      return (key, value, choices)
    }
  }
}

extension SettingKey {
  /// The four that name a value of a picklist in Salesforce.
  package static let mapped: [SettingKey] = [.statusOpen, .statusCompleted, .priorityNormal, .priorityHigh]
}
