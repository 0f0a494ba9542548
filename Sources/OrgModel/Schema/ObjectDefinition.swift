/// An object (a table) of the org: its fields and what may be done with its records.
package final class ObjectDefinition: Sendable {
  /// The API name.
  package let name: String
  /// The name for people.
  package let label: String
  /// The name for people of several records.
  package let labelPlural: String
  /// The first three characters of the Ids.
  package let keyPrefix: String
  /// The fields: Id first, then its own, the audit fields last.
  package let fields: [FieldDefinition]
  /// What anybody can do with the records; what a user may do is in `Org.access`.
  package let supported: ObjectAccess
  private let positions: [String: Int]
  private let relationships: [String: Int]

  init(
    _ name: String, label: String, plural: String, prefix: String, isWritable: Bool = true, deletable: Bool = true,
    _ own: [FieldDefinition]
  ) {
    self.name = name
    self.label = label
    labelPlural = plural
    keyPrefix = prefix
    supported = (isWritable ? ObjectAccess.all : [.read, .viewAll, .modifyAll]).subtracting(deletable ? [] : .delete)
    let fields = [Self.idField] + own + (deletable ? [Self.deletedField] : []) + Self.auditFields
    self.fields = fields
    positions = Self.inAnyCase(fields.indices.map { (fields[$0].name, $0) })
    relationships = Self.inAnyCase(
      fields.indices.compactMap { index in
        guard case .reference(_, let relationship) = fields[index].kind else { return nil }
        return (relationship, index)
      })
  }

  /// Where the field of this name, in any case, is among `fields`.
  package func position(of name: String) -> Int? {
    positions[name] ?? positions[name.lowercased()]
  }

  /// The field of this name, in any case.
  package func field(_ name: String) -> FieldDefinition? {
    position(of: name).map { fields[$0] }
  }

  /// Where the reference field is whose relationship has this name.
  func position(ofRelationship name: String) -> Int? {
    relationships[name] ?? relationships[name.lowercased()]
  }

  /// By their names in lower case, and as they are: so most are found at once.
  private static func inAnyCase(_ positions: [(name: String, position: Int)]) -> [String: Int] {
    positions.reduce(into: [:]) { byName, entry in
      byName[entry.name] = entry.position
      byName[entry.name.lowercased()] = entry.position
    }
  }

  private static let idField = FieldDefinition("Id", "Record ID", .id, .readOnly, nillable: false)

  private static let deletedField = FieldDefinition(
    "IsDeleted", "Deleted", .flag, .readOnly, nillable: false, default: .flag(false))

  private static let auditFields = [
    FieldDefinition("CreatedDate", "Created Date", .time, .readOnly, nillable: false),
    FieldDefinition(
      "CreatedById", "Created By ID", .reference(to: ["User"], relationship: "CreatedBy"), .readOnly, nillable: false),
    FieldDefinition("LastModifiedDate", "Last Modified Date", .time, .readOnly, nillable: false),
    FieldDefinition(
      "LastModifiedById", "Last Modified By ID", .reference(to: ["User"], relationship: "LastModifiedBy"), .readOnly,
      nillable: false),
    FieldDefinition("SystemModstamp", "System Modstamp", .time, .readOnly, nillable: false),
  ]
}
