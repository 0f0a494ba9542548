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
    isBusinessObject = !["TaskStatus", "TaskPriority", "PushTopic", "Organization"].contains(name)
    hasFeed = ["Account", "Contact", "Lead", "Opportunity", "User"].contains(name)
    isMergeable = ["Account", "Contact", "Lead"].contains(name)
    isSearchable = isBusinessObject
  }
}
