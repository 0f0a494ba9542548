extension RESTConnection {
  /// By the one record of Organization (Object Reference, "Organization"). Salesforce says of an object that the user may
  /// not read that there is none (`INVALID_TYPE`), and of a field `INVALID_FIELD`: then the address tells a sandbox.
  package func organization() async throws(OrgError) -> Organization {
    let version = try await apiVersion().text
    do throws(OrgError) {
      let rows: [OrganizationRow] = try await rows(
        "SELECT Name, IsSandbox, OrganizationType, InstanceName FROM Organization")
      if let row = rows.first {
        return Organization(
          apiVersion: version, name: row.Name, type: row.OrganizationType, instanceName: row.InstanceName,
          isSandbox: row.IsSandbox)
      }
    } catch {
      guard case .refused = error else { throw error }
    }
    return Organization(
      apiVersion: version, name: nil, type: nil, instanceName: nil, isSandbox: await address().isSandbox)
  }
}

private struct OrganizationRow: Decodable, Sendable {
  let Name: String?
  let IsSandbox: Bool
  let OrganizationType: String?
  let InstanceName: String?
}
