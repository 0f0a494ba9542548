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

/// What kind of value a field holds.
package enum FieldKind: Sendable, Equatable {
  case id
  /// The Id of a record of one of these objects; a path in SOQL goes through `relationship`.
  case reference(to: [String], relationship: String)
  case text(max: Int)
  /// A long text area, which SOQL can neither filter nor sort by.
  case longText(max: Int)
  case picklist(Picklist)
  case flag
  case day
  case time
  case number
  case integer
}

/// The values of a picklist.
package enum Picklist: Sendable, Equatable {
  /// Any text; these are only suggestions.
  case open([String])
  /// One of these.
  case restricted([String])
  /// One of the `ApiName`s in the rows of an object, so that an org's own values are data.
  case rows(of: String)
}

extension FieldKind {
  /// The most UTF-16 units of a text; `nil` for anything but text.
  package var maximumLength: Int? {
    switch self {
    case .text(let max), .longText(let max): max
    case .picklist: 255
    case .id, .reference, .flag, .day, .time, .number, .integer: nil
    }
  }
}
