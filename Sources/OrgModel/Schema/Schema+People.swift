extension Schema {
  /// Source: Object Reference, "User".
  static let user = ObjectDefinition(
    "User", label: "User", plural: "Users", prefix: "005", deletable: false,
    [
      FieldDefinition("Username", "Username", .text(max: 80), nillable: false),
      FieldDefinition("LastName", "Last Name", .text(max: 80), nillable: false),
      FieldDefinition("FirstName", "First Name", .text(max: 40)),
      FieldDefinition("Name", "Full Name", .text(max: 121), .readOnly, nillable: false),
      FieldDefinition("Email", "Email", .text(max: 128), nillable: false),
      FieldDefinition("Alias", "Alias", .text(max: 8)),
      FieldDefinition("Title", "Title", .text(max: 80)),
      FieldDefinition("Phone", "Phone", .text(max: 40)),
      FieldDefinition("IsActive", "Active", .flag, nillable: false, default: .flag(true)),
      // Follows from the user's license; these are all full ones.
      FieldDefinition(
        "UserType", "User Type", .picklist(.restricted(["Standard", "PowerPartner", "CspLitePortal", "CsnOnly"])),
        .readOnly, default: .text("Standard")),
      FieldDefinition("ManagerId", "Manager ID", .reference(to: ["User"], relationship: "Manager")),
      FieldDefinition("TimeZoneSidKey", "Time Zone", .text(max: 40)),
    ])

  /// Source: Object Reference, "Contact".
  static let contact = ObjectDefinition(
    "Contact", label: "Contact", plural: "Contacts", prefix: "003",
    person + [
      FieldDefinition("AccountId", "Account ID", .reference(to: ["Account"], relationship: "Account"))
    ])

  /// Source: Object Reference, "Lead".
  static let lead = ObjectDefinition(
    "Lead", label: "Lead", plural: "Leads", prefix: "00Q",
    person + [
      FieldDefinition("Company", "Company", .text(max: 255), nillable: false),
      FieldDefinition("Status", "Status", .picklist(.open(["Open - Not Contacted", "Working - Contacted"]))),
      FieldDefinition("IsConverted", "Converted", .flag, .readOnly, nillable: false, default: .flag(false)),
    ])

  /// `Name` is put together from the two parts.
  private static let person = [
    FieldDefinition("LastName", "Last Name", .text(max: 80), nillable: false),
    FieldDefinition("FirstName", "First Name", .text(max: 40)),
    FieldDefinition("Name", "Full Name", .text(max: 121), .readOnly, nillable: false),
    FieldDefinition("Title", "Title", .text(max: 128)),
    FieldDefinition("Phone", "Phone", .text(max: 40)),
    FieldDefinition("MobilePhone", "Mobile Phone", .text(max: 40)),
    FieldDefinition("Email", "Email", .text(max: 80)),
    owner,
  ]

  static let owner = FieldDefinition(
    "OwnerId", "Owner ID", .reference(to: ["User"], relationship: "Owner"), nillable: false)
}
