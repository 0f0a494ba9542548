import OrgModel

/// What descriptions tell of an object besides its fields, as it is in a new Enterprise Edition org.
struct ObjectTraits {
  /// Whether people work with its records on pages of their own.
  let isBusinessObject: Bool
  let hasFeed: Bool
  let isMergeable: Bool
  /// Whether SOSL finds its records.
  let isSearchable: Bool

  init(_ definition: ObjectDefinition) {
    let name = definition.name
    isBusinessObject = !["TaskStatus", "TaskPriority", "PushTopic"].contains(name)
    hasFeed = ["Account", "Contact", "Lead", "Opportunity", "User"].contains(name)
    isMergeable = ["Account", "Contact", "Lead"].contains(name)
    isSearchable = isBusinessObject
  }
}

extension Org {
  /// What `user` may do with records of an object, as descriptions tell it.
  func rights(of user: RecordID, on definition: ObjectDefinition) -> ObjectRights {
    let isDeletable = definition.field("IsDeleted") != nil
    return ObjectRights(
      createable: definition.isWritable, updateable: definition.isWritable,
      deletable: definition.isWritable && isDeletable, queryable: true)
  }
}

/// What a user may do with records of an object.
struct ObjectRights {
  let createable: Bool
  let updateable: Bool
  let deletable: Bool
  let queryable: Bool
}
