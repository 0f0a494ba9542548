extension Schema {
  /// Has one record, the org itself.
  ///
  /// Source: Object Reference, "Organization".
  static let organization = ObjectDefinition(
    "Organization", label: "Organization", plural: "Organizations", prefix: "00D", isWritable: false, deletable: false,
    [
      FieldDefinition("Name", "Name", .text(max: 80), .readOnly, nillable: false),
      FieldDefinition(
        "OrganizationType", "Edition",
        .picklist(.open(["Developer Edition", "Professional Edition", "Enterprise Edition", "Unlimited Edition"])),
        .readOnly),
      FieldDefinition("InstanceName", "Instance Name", .text(max: 5), .readOnly),
      FieldDefinition("IsSandbox", "Is Sandbox", .flag, .readOnly, nillable: false, default: .flag(false)),
    ])
}
