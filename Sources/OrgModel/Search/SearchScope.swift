/// In which fields a search looks.
///
/// Source: SOQL and SOSL Reference, "IN SearchGroup".
package enum SearchScope: String, Sendable {
  case all = "ALL"
  case name = "NAME"
  case email = "EMAIL"
  case phone = "PHONE"

  /// The fields of an object that the scope covers: texts, of which NAME takes those that the object is known by.
  func fields(of definition: ObjectDefinition) -> [FieldDefinition] {
    definition.fields.filter { field in
      switch field.kind {
      case .text, .longText: break
      case .id, .reference, .picklist, .flag, .day, .time, .number, .integer: return false
      }
      return switch self {
      case .all: true
      case .name: Self.nameFields[definition.name]?.contains(field.name) ?? false
      case .email: field.name.hasSuffix("Email")
      case .phone: field.name.hasSuffix("Phone")
      }
    }
  }

  /// The objects that can be searched, and the fields that NAME means.
  static let nameFields: [String: Set<String>] = [
    "Account": ["Name"], "Contact": ["Name"], "Lead": ["Name", "Company"], "Opportunity": ["Name"],
    "Task": ["Subject"], "User": ["Name"],
  ]
}
