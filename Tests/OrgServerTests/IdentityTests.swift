import OrgModel
import Testing

@testable import OrgServer

struct IdentityTests {
  @Test("The identity URL is for its user, and for others to whom sees all data")
  func identityURL() async throws {
    try await withServer { server, rep, _ in
      let path = { (user: DemoUser) in
        await server.change { org in "/id/\(org.id)/\(user.id(in: org)?.text ?? "")" }
      }
      let own = try await rep.send("GET", await path(.rep) + "?version=latest")
      #expect(own.json["username"] == "rep@demo.example")
      #expect(own.json["urls"]?["rest"] == .string("\(rep.address)/services/data/v67.0/"))
      let other = try await rep.send("GET", await path(.admin))
      #expect(other.status == 404)
      #expect(other.text == "No_Access")
      let session = try await server.openSession(for: DemoUser.manager.username)
      let manager = TestClient(address: rep.address, token: session.accessToken)
      let seen = try await manager.send("GET", await path(.rep))
      #expect(seen.json["asserted_user"] == false)
    }
  }

  @Test("A user is told the time zone that is his own")
  func timeZone() async throws {
    try await withServer { server, rep, _ in
      let zone: JSON = ["timeZone": "Asia/Tokyo"]
      #expect(try await rep.send("PATCH", "/simulator/users/rep@demo.example", zone).status == 200)
      #expect(try await rep.send("GET", "/services/oauth2/userinfo").json["zoneinfo"] == "Asia/Tokyo")
      let path = await server.change { org in "/id/\(org.id)/\(DemoUser.rep.id(in: org)?.text ?? "")" }
      let identity = try await rep.send("GET", path).json
      #expect(identity["timezone"] == "Asia/Tokyo")
      #expect(identity["utcOffset"] == 32_400_000)
      let login = try await rep.send(
        "POST", "/services/Soap/u/60.0",
        text: "<login><username>rep@demo.example</username><password>demo</password></login>")
      #expect(login.text.contains("<userTimeZone>Asia/Tokyo</userTimeZone>"))
    }
  }

  @Test(
    "The identity service refuses with one word",
    arguments: [
      ("/services/oauth2/userinfo", nil, 403, "Missing_OAuth_Token"),
      ("/services/oauth2/userinfo", "nonsense", 403, "Bad_OAuth_Token"),
      ("/id/00D/005", nil, 403, "Missing_OAuth_Token"), ("/id/00D/005", "nonsense", 403, "Bad_OAuth_Token"),
    ])
  func refused(path: String, token: String?, status: Int, word: String) async throws {
    try await withServer { _, rep, _ in
      let answer = try await TestClient(address: rep.address, token: token).send("GET", path)
      #expect(answer.status == status)
      #expect(answer.text == word)
    }
  }

  @Test("A client learns what its tokens are worth, and nothing of others'")
  func introspection() async throws {
    try await withServer { server, rep, clock in
      let token = try #require(rep.token)
      let answer = try await introspect(token, "demo-integration", "demo-secret", at: rep)
      #expect(answer.json["active"] == true)
      #expect(answer.json["username"] == "rep@demo.example")
      #expect(answer.json["token_type"] == "access_token")
      #expect(answer.json["exp"]?.integer == 1_795_599_000 + 7200)
      #expect(try await introspect(token, "demo-integration", "nope", at: rep).status == 401)
      #expect(try await introspect("nonsense", "any", "", at: rep).json == ["active": false])
      let login = TestLogin()
      let tokens = try await rep.token(login.exchange(try await login.code(at: rep.address))).json
      let refreshToken = try #require(tokens["refresh_token"]?.string)
      #expect(try await introspect(refreshToken, "demo-desktop", "", at: rep).json["token_type"] == "refresh_token")
      #expect(try await introspect(refreshToken, "demo-integration", "demo-secret", at: rep).json == ["active": false])
      clock.advance(seconds: 7200)
      #expect(try await introspect(token, "any", "", at: rep).json == ["active": false])
    }
  }

  @Test("The discovery document says where the endpoints are")
  func discovery() async throws {
    try await withServer { _, rep, _ in
      let json = try await rep.send("GET", "/.well-known/openid-configuration").json
      #expect(json["issuer"] == .string(rep.address))
      #expect(json["token_endpoint"] == .string("\(rep.address)/services/oauth2/token"))
    }
  }

  @Test("A token that is unknown cannot be revoked")
  func revokeUnknown() async throws {
    try await withServer { _, rep, _ in
      let answer = try await rep.send("GET", "/services/oauth2/revoke?token=x")
      #expect(answer.status == 400)
      #expect(answer.json["error"] == "invalid_token")
    }
  }

  private func introspect(
    _ token: String, _ client: String, _ secret: String, at caller: TestClient
  ) async throws -> TestClient.Answer {
    let form = FormField.written([
      FormField(name: "token", value: token), FormField(name: "client_id", value: client),
      FormField(name: "client_secret", value: secret),
    ])
    return try await caller.send("POST", "/services/oauth2/introspect", text: form)
  }
}
