/// A field of an object: what it may hold and who may write it.
package final class FieldDefinition: Sendable {
  /// The API name.
  package let name: String
  /// The name for people, which error messages use.
  package let label: String
  /// What it may hold.
  package let kind: FieldKind
  /// Whether a create may give it.
  package let isCreateable: Bool
  /// Whether an update may give it.
  package let isUpdateable: Bool
  /// Whether it may be empty.
  package let isNillable: Bool
  /// What a new record holds when nothing is given.
  package let defaultValue: OrgValue
  /// How the field identifies records for other systems; `nil` for one that does not.
  package let externalID: ExternalID?
  /// Whether the field exists only where the org has switched it on, see `Org.optionalFields`.
  package let isOptional: Bool

  /// Whether an administrator made the field.
  package var isCustom: Bool { name.hasSuffix("__c") }

  init(
    _ name: String, _ label: String, _ kind: FieldKind, _ access: Access = .writable, nillable: Bool = true,
    default defaultValue: OrgValue = .null, externalID: ExternalID? = nil, optional: Bool = false
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    isCreateable = access != .readOnly
    isUpdateable = access == .writable
    isNillable = nillable
    self.defaultValue = defaultValue
    self.externalID = externalID
    isOptional = optional
  }

  /// An external Id field (Salesforce Help, "Create Custom Fields"). Values are compared without regard to case.
  package enum ExternalID: Sendable {
    /// No two records may have the same value.
    case unique
    /// Several records may have the same value, and an upsert by it may be ambiguous.
    case shared
  }

  enum Access {
    case writable
    /// Set when a record is made, never changed.
    case createOnly
    /// Set by the org alone.
    case readOnly
  }
}
