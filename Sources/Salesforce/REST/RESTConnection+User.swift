extension RESTConnection {
  /// By `/services/oauth2/userinfo` (Salesforce Help, "Query for User Information").
  package func user() async throws(OrgError) -> OrgUser {
    let info: UserInfo = try await answer(to: .get, "/services/oauth2/userinfo").decoded()
    return OrgUser(
      id: info.user_id, name: info.name ?? info.preferred_username, username: info.preferred_username,
      organizationID: info.organization_id, instanceURL: await address().description)
  }

  /// By a query of TaskStatus and TaskPriority; the API name of a value is what a task holds, its label what people see.
  package func picklists() async throws(OrgError) -> TaskPicklists {
    let statuses: [PicklistRow] = try await rows(
      "SELECT ApiName, MasterLabel, IsClosed FROM TaskStatus ORDER BY SortOrder")
    let priorities: [PicklistRow] = try await rows("SELECT ApiName, MasterLabel FROM TaskPriority ORDER BY SortOrder")
    return TaskPicklists(
      statuses: statuses.map { TaskPicklists.Status(value: $0.value, isClosed: $0.IsClosed ?? false) },
      priorities: priorities.map(\.value))
  }
}

private struct UserInfo: Decodable {
  let user_id: String
  let organization_id: String
  let preferred_username: String
  let name: String?
}

private struct PicklistRow: Decodable, Sendable {
  let ApiName: String?
  let MasterLabel: String
  let IsClosed: Bool?

  var value: String { ApiName ?? MasterLabel }
}
