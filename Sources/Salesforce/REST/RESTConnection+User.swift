extension RESTConnection {
  /// By `/services/oauth2/userinfo` (Salesforce Help, "Query for User Information").
  package func user() async throws(OrgError) -> OrgUser {
    let info: UserInfo = try await answer(to: .get, "/services/oauth2/userinfo").decoded()
    return OrgUser(
      id: info.user_id, name: info.name ?? info.preferred_username, username: info.preferred_username,
      organizationID: info.organization_id, instanceURL: await address().description,
      timeZone: info.zoneinfo)
  }
}

private struct UserInfo: Decodable {
  let user_id: String
  let organization_id: String
  let preferred_username: String
  let name: String?
  let zoneinfo: String?
}
