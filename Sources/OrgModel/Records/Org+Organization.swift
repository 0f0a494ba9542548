extension Org {
  /// Whether the org is a sandbox: its own record says so.
  package var isSandbox: Bool {
    get { find(id)?["IsSandbox"] == .flag(true) }
    set {
      guard var record = find(id) else { return }
      record["IsSandbox"] = .flag(newValue)
      tables[Schema.organization.name]?.replace(record)
    }
  }

  /// Puts the record of the org itself into a new org.
  mutating func addOrganization() {
    var record = Record(Schema.organization, id: id)
    record["Name"] = .text("Difference Engines")
    record["OrganizationType"] = .text("Enterprise Edition")
    record["InstanceName"] = .text("SIM1")
    record.stampCreation(by: Self.automatedProcess, at: Timestamp(milliseconds: 0))
    tables[Schema.organization.name]?.insert(record)
  }
}
