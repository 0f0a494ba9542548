import OrgModel
import Testing

@testable import OrgServer

struct OAuthTests {
  private let password = [
    "grant_type": "password", "client_id": "any", "username": "rep@demo.example", "password": "demo",
  ]

  @Test("A username and a password give an access token that works, and no refresh token")
  func passwordFlow() async throws {
    try await withServer { server, rep, _ in
      let answer = try await rep.token(password)
      #expect(answer.status == 200)
      #expect(answer.json["token_type"] == "Bearer")
      #expect(answer.json["refresh_token"] == nil)
      #expect(answer.json["instance_url"] == .string(rep.address))
      let token = try #require(answer.json["access_token"]?.string)
      #expect(token.hasPrefix("00D"))
      #expect(token.contains("!"))
      let client = TestClient(address: rep.address, token: token)
      let identity = try #require(answer.json["id"]?.string)
      let who = try await client.send("GET", String(identity.dropFirst(rep.address.count)))
      #expect(who.json["username"] == "rep@demo.example")
      #expect(try await client.send("GET", "/services/oauth2/userinfo").json["name"] == "Robin Verhoeven")
    }
  }

  @Test(
    "A login that is wrong is refused as OAuth says",
    arguments: [
      (["password": "nope"], "invalid_grant", "authentication failure"),
      (["username": "nobody@demo.example"], "invalid_grant", "authentication failure"),
      (["client_id": ""], "invalid_client_id", "client identifier invalid"),
      (["grant_type": "magic"], "unsupported_grant_type", "grant type not supported"),
      (["grant_type": "refresh_token", "refresh_token": "x"], "invalid_grant", "expired access/refresh token"),
    ])
  func refused(change: [String: String], error: String, description: String) async throws {
    try await withServer { _, rep, _ in
      let answer = try await rep.token(password.merging(change) { $1 })
      #expect(answer.status == 400)
      #expect(answer.json["error"] == .string(error))
      #expect(answer.json["error_description"] == .string(description))
    }
  }

  @Test("An inactive user cannot log in, and his token ends")
  func inactive() async throws {
    try await withServer { server, rep, clock in
      try await server.change { org in
        let user = try #require(DemoUser.rep.id(in: org))
        let admin = try #require(DemoUser.admin.id(in: org))
        try org.update(user.text, ["IsActive": .flag(false)], by: admin, at: clock.now)
      }
      #expect(try await rep.token(password).json["error_description"] == "inactive user")
      #expect(try await rep.api("GET", "limits").status == 401)
    }
  }

  @Test("When the access token has expired the refresh token gives a new one, until it is revoked")
  func refresh() async throws {
    try await withServer(lifetime: 600) { server, rep, clock in
      let session = try await server.openSession(for: DemoUser.rep.username)
      clock.advance(seconds: 601)
      let expired = try await rep.api("GET", "limits")
      #expect(expired.status == 401)
      #expect(expired.text == #"[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]"#)
      let grant = ["grant_type": "refresh_token", "client_id": "any", "refresh_token": session.refreshToken]
      let renewed = try await rep.token(grant)
      let client = TestClient(address: rep.address, token: renewed.json["access_token"]?.string)
      #expect(try await client.api("GET", "limits").status == 200)
      let revoked = try await client.send("POST", "/services/oauth2/revoke", text: "token=\(session.refreshToken)")
      #expect(revoked.status == 200)
      #expect(try await client.api("GET", "limits").status == 401)
      // Another login of the same user goes on.
      let login = try await rep.token(password)
      let other = TestClient(address: rep.address, token: login.json["access_token"]?.string)
      #expect(try await other.api("GET", "limits").status == 200)
      #expect(try await rep.token(grant).json["error"] == "invalid_grant")
    }
  }
}
