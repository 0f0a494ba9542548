/// What a user may do with tasks in an org, as the describe of Task told him.
package struct TaskRights: Hashable, Sendable, Codable {
  package var mayRead: Bool
  package var mayCreate: Bool
  package var mayEdit: Bool
  package var mayDelete: Bool
  /// The fields that he may read, by their API names; a field that is hidden is not among them.
  package var fields: [String: FieldRights]

  package struct FieldRights: Hashable, Sendable, Codable {
    /// A new task may be given a value of it.
    package let isCreateable: Bool
    package let isUpdateable: Bool

    package init(isCreateable: Bool, isUpdateable: Bool) {
      self.isCreateable = isCreateable
      self.isUpdateable = isUpdateable
    }
  }

  package init(mayRead: Bool, mayCreate: Bool, mayEdit: Bool, mayDelete: Bool, fields: [String: FieldRights]) {
    self.mayRead = mayRead
    self.mayCreate = mayCreate
    self.mayEdit = mayEdit
    self.mayDelete = mayDelete
    self.fields = fields
  }

  package func isReadable(_ field: String) -> Bool { fields[field] != nil }
  package func isCreateable(_ field: String) -> Bool { fields[field]?.isCreateable ?? false }
  package func isUpdateable(_ field: String) -> Bool { fields[field]?.isUpdateable ?? false }
}

/// What of a reminder stays here because this user may not do it there. Nothing is sent of it, and it is sent as soon as
/// he may.
package enum MissingRight: String, Sendable, CaseIterable {
  case create = "TASK_NOT_CREATEABLE"
  case edit = "TASK_NOT_UPDATEABLE"
  case delete = "TASK_NOT_DELETABLE"
  /// He may change tasks, but not these fields.
  case field = "FIELD_NOT_UPDATEABLE"
}

extension Refusal {
  /// A change that Salesforce was not asked for, as this user may not make it. The code is no code of Salesforce's.
  package init(_ right: MissingRight, _ message: String) { self.init(code: right.rawValue, message: message) }

  /// The right that is missing; `nil` for what Salesforce itself refused.
  package var missingRight: MissingRight? { MissingRight(rawValue: code) }

  /// Codes by which Salesforce says that a right is missing: what the user may do has perhaps changed since it was
  /// asked for (SOAP API Developer Guide, "StatusCode").
  package static let codesOfRights: Set<String> = [
    "INVALID_FIELD_FOR_INSERT_UPDATE", "INSUFFICIENT_ACCESS_OR_READONLY", "INSUFFICIENT_ACCESS",
    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
  ]

  /// Code of a value that the picklist there does not have.
  package static let codeOfUnknownValue = "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"

  /// The codes of what is worth another try when the rights of the user, or the values of the org, have changed.
  package static let codesToTryAgain =
    codesOfRights.union(MissingRight.allCases.map(\.rawValue)).union([codeOfUnknownValue])
}
