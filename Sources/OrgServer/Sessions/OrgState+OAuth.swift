import Foundation
import OrgModel

extension OrgState {
  /// `/services/oauth2/token`: username and password, or a refresh token.
  ///
  /// Source: Salesforce Help, "OAuth 2.0 Username-Password Flow" (no refresh token is issued) and "OAuth 2.0 Refresh
  /// Token Flow".
  mutating func token(_ request: HTTPCall, at now: Timestamp) -> HTTPAnswer {
    let form = Dictionary(request.form.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    guard let grant = form["grant_type"] else {
      return .oauthError("unsupported_grant_type", "grant type not supported")
    }
    guard ["password", "refresh_token"].contains(grant) else {
      return .oauthError("unsupported_grant_type", "grant type not supported")
    }
    guard form["client_id"]?.isEmpty == false else {
      return .oauthError("invalid_client_id", "client identifier invalid")
    }
    let user: RecordID
    let refreshToken = grant == "refresh_token" ? form["refresh_token"] ?? "" : nil
    if let refreshToken {
      guard let known = sessions.user(ofRefreshToken: refreshToken) else {
        return .oauthError("invalid_grant", "expired access/refresh token")
      }
      user = known
    } else {
      guard let member = org.member(named: form["username"] ?? ""), member.password == form["password"] else {
        return .oauthError("invalid_grant", "authentication failure")
      }
      user = member.id
    }
    guard org.isActive(user) else { return .oauthError("invalid_grant", "inactive user") }
    return tokenAnswer(for: user, by: refreshToken, at: now)
  }

  private mutating func tokenAnswer(for user: RecordID, by refreshToken: String?, at now: Timestamp) -> HTTPAnswer {
    let session = sessions.open(for: user, of: org.id, by: refreshToken, at: now)
    var members: [JSON.Member] = [
      .init(key: "access_token", value: .string(session.token)),
      .init(key: "instance_url", value: .string(address)),
      .init(key: "id", value: .string(identityURL(of: user))),
      .init(key: "token_type", value: "Bearer"),
      .init(key: "issued_at", value: .string(String(now.milliseconds))),
      .init(key: "signature", value: .string(sessions.randomText(43) + "=")),
    ]
    if refreshToken != nil { members.append(.init(key: "scope", value: "refresh_token api")) }
    var answer = HTTPAnswer(200, .object(members))
    answer.headers.append(("Cache-Control", "no-store"))
    return answer
  }

  /// `/services/oauth2/revoke` (RFC 7009): the parameter `token` is an access or a refresh token.
  mutating func revoke(_ request: HTTPCall) -> HTTPAnswer {
    guard let token = request.form.first(where: { $0.name == "token" })?.value, sessions.revoke(token) else {
      return .oauthError("unsupported_token_type", "this token is not supported or has been revoked")
    }
    return HTTPAnswer()
  }

  /// `/services/oauth2/userinfo` (OpenID Connect).
  func userInfo(of user: RecordID) -> HTTPAnswer {
    let record = org.find(user)
    return HTTPAnswer(
      200,
      [
        "sub": .string(identityURL(of: user)), "user_id": .string(user.text), "organization_id": .string(org.id.text),
        "preferred_username": JSON(record?["Username"]), "nickname": JSON(record?["Alias"]),
        "name": JSON(record?["Name"]), "email": JSON(record?["Email"]), "email_verified": true,
        "given_name": JSON(record?["FirstName"]), "family_name": JSON(record?["LastName"]),
        "zoneinfo": .string(org.timeZone.identifier), "active": JSON(record?["IsActive"]), "user_type": "STANDARD",
        "language": "en_US", "locale": "en_US", "urls": serviceURLs,
        "updated_at": .string(record?.systemModstamp.zulu ?? ""), "is_app_installed": true,
      ])
  }

  /// The identity URL, `/id/<organization>/<user>`: a user may read only his own.
  func identity(organization: String, user: String, by caller: RecordID) -> HTTPAnswer {
    guard RecordID(organization) == org.id, let id = RecordID(user), let record = org.find(id) else {
      return HTTPAnswer(404, ["error": "not_found", "error_description": "Bad_Id"])
    }
    guard id == caller else { return HTTPAnswer(403, ["error": "forbidden", "error_description": "Wrong_Org"]) }
    return HTTPAnswer(
      200,
      [
        "id": .string(identityURL(of: id)), "asserted_user": true, "user_id": .string(id.text),
        "organization_id": .string(org.id.text), "username": JSON(record["Username"]),
        "nick_name": JSON(record["Alias"]),
        "display_name": JSON(record["Name"]), "email": JSON(record["Email"]), "email_verified": true,
        "first_name": JSON(record["FirstName"]), "last_name": JSON(record["LastName"]),
        "timezone": .string(org.timeZone.identifier), "urls": serviceURLs, "active": JSON(record["IsActive"]),
        "user_type": "STANDARD", "language": "en_US", "locale": "en_US",
        "last_modified_date": .string(record.systemModstamp.description), "is_app_installed": true,
      ])
  }

  func identityURL(of user: RecordID) -> String { "\(address)/id/\(org.id)/\(user)" }

  /// `{version}` is left for the client to fill in, as Salesforce leaves it.
  private var serviceURLs: JSON {
    [
      "rest": .string("\(address)/services/data/v{version}/"),
      "sobjects": .string("\(address)/services/data/v{version}/sobjects/"),
      "query": .string("\(address)/services/data/v{version}/query/"),
      "custom_domain": .string(address),
    ]
  }
}
