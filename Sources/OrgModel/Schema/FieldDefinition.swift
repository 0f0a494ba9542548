/// A field of an object: what it may hold and who may write it.
package struct FieldDefinition: Sendable {
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

  init(
    _ name: String, _ label: String, _ kind: FieldKind, _ access: Access = .writable, nillable: Bool = true,
    default defaultValue: OrgValue = .null
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    isCreateable = access != .readOnly
    isUpdateable = access == .writable
    isNillable = nillable
    self.defaultValue = defaultValue
  }

  enum Access {
    case writable
    /// Set when a record is made, never changed.
    case createOnly
    /// Set by the org alone.
    case readOnly
  }
}
