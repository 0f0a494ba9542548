import Foundation
import OrgModel

extension OrgState {
  func identityURL(of user: RecordID) -> String { "\(address)/id/\(org.id)/\(user)" }

  /// `/services/oauth2/userinfo` (OpenID Connect).
  ///
  /// Source: Salesforce Help, "UserInfo Endpoint Response".
  mutating func userInfo(_ request: HTTPCall, at now: Timestamp) throws(IdentityError) -> HTTPAnswer {
    let user = try identified(by: request, at: now)
    let record = org.find(user)
    return HTTPAnswer(
      200,
      [
        "sub": .string(identityURL(of: user)), "user_id": .string(user.text), "organization_id": .string(org.id.text),
        "preferred_username": JSON(record?["Username"]), "nickname": JSON(record?["Alias"]),
        "name": JSON(record?["Name"]), "email": JSON(record?["Email"]), "email_verified": true,
        "given_name": JSON(record?["FirstName"]), "family_name": JSON(record?["LastName"]),
        "zoneinfo": .string(org.timeZone(of: user).identifier),
        "active": JSON(record?["IsActive"]), "user_type": "STANDARD",
        "language": "en_US", "locale": "en_US", "urls": serviceURLs(),
        "updated_at": .string(record?.systemModstamp.zulu ?? ""), "is_app_installed": true,
      ])
  }

  /// The identity URL, `/id/<organization>/<user>`: of the user who asks, and of others to whom sees all data.
  ///
  /// Source: Salesforce Help, "Identity URLs".
  mutating func identity(
    organization: String, user: String, _ request: HTTPCall, at now: Timestamp
  ) throws(IdentityError) -> HTTPAnswer {
    let caller = try identified(by: request, at: now)
    guard let organization = RecordID(organization), let id = RecordID(user) else { throw .badID }
    guard organization == org.id else { throw .wrongOrg }
    guard let record = org.find(id), let member = org.members[id] else { throw .badID }
    guard id == caller || org.members[caller]?.permissions.contains(.viewAllData) == true else { throw .noAccess }
    guard org.isActive(id) else { throw .inactive }
    return HTTPAnswer(
      200,
      [
        "id": .string(identityURL(of: id)), "asserted_user": .bool(id == caller), "user_id": .string(id.text),
        "organization_id": .string(org.id.text), "username": .string(member.username),
        "nick_name": JSON(record["Alias"]), "display_name": JSON(record["Name"]), "email": JSON(record["Email"]),
        "email_verified": true, "first_name": JSON(record["FirstName"]), "last_name": JSON(record["LastName"]),
        "timezone": .string(org.timeZone(of: id).identifier),
        "urls": serviceURLs(try version(request.parameter("version"))),
        "active": true, "user_type": "STANDARD", "language": "en_US", "locale": "en_US",
        "utcOffset": .integer(org.timeZone(of: id).secondsFromGMT(for: now.date) * 1000),
        "last_modified_date": .string(record.systemModstamp.description), "is_app_installed": true,
      ])
  }

  /// The token is in the header, or in a parameter.
  private mutating func identified(by request: HTTPCall, at now: Timestamp) throws(IdentityError) -> RecordID {
    let form = request.formValues
    guard let token = request.bearerToken ?? form["oauth_token"] ?? form["access_token"] else { throw .missingToken }
    guard let session = sessions.session(token, at: now), org.isActive(session.user) else { throw .badToken }
    sessions.extend(token, at: now)
    return session.user
  }

  /// What stands for the version in the URLs; without a wish it is left for the client to fill in.
  private func version(_ wish: String?) throws(IdentityError) -> String {
    switch wish {
    case nil: return "{version}"
    case "latest": return REST.versions.last?.version ?? "{version}"
    case let wish? where REST.versions.contains { $0.version == wish }: return wish
    default: throw .invalidVersion
    }
  }

  private func serviceURLs(_ version: String = "{version}") -> JSON {
    let data = "\(address)/services/data/v\(version)/"
    return [
      "partner": .string("\(address)/services/Soap/u/\(version)/\(org.id)"), "rest": .string(data),
      "sobjects": .string("\(data)sobjects/"), "search": .string("\(data)search/"),
      "query": .string("\(data)query/"), "recent": .string("\(data)recent/"), "custom_domain": .string(address),
    ]
  }
}
