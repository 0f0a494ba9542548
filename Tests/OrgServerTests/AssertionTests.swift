import Foundation
import JWTKit
import Testing

@testable import OrgServer

struct AssertionTests {
  /// What a client says; `exp` is a text, as simple-salesforce writes it.
  private struct Claims: JWTPayload {
    var iss = "jwt-client"
    var sub = "rep@demo.example"
    var aud = "https://login.salesforce.com"
    var exp = "1795599180"

    func verify(using algorithm: some JWTAlgorithm) {}
  }

  @Test("A signed assertion logs in a user whom an administrator has approved")
  func accepted() async throws {
    try await withServer { _, rep, _ in
      try await register(at: rep, approved: ["rep@demo.example"])
      let answer = try await rep.token(try await form(Claims()))
      #expect(answer.status == 200)
      #expect(answer.json["scope"] == "api web id openid refresh_token")
      #expect(answer.json["refresh_token"] == nil)
      #expect(answer.json["signature"] == nil)
      let client = TestClient(address: rep.address, token: answer.json["access_token"]?.string)
      #expect(try await client.api("GET", "limits").status == 200)
      #expect(try await rep.token(try await form(Claims(aud: rep.address + "/"))).status == 200)
    }
  }

  @Test(
    "An assertion that is not right is refused",
    arguments: [
      (["iss": "other"], "invalid_grant", "invalid assertion"),
      (["aud": "https://elsewhere.example"], "invalid_grant", "Audience validation failed"),
      (["exp": "1795598000"], "invalid_grant", "expired authorization code"),
      (["sub": "nobody@demo.example"], "invalid_grant", "user hasn't approved this consumer"),
      (["sub": "manager@demo.example"], "invalid_app_access", "user is not admin approved to access this app"),
    ])
  func refused(change: [String: String], error: String, description: String) async throws {
    try await withServer { _, rep, _ in
      try await register(at: rep, approved: ["rep@demo.example"])
      var claims = Claims()
      claims.iss = change["iss"] ?? claims.iss
      claims.sub = change["sub"] ?? claims.sub
      claims.aud = change["aud"] ?? claims.aud
      claims.exp = change["exp"] ?? claims.exp
      let answer = try await rep.token(try await form(claims))
      #expect(answer.status == 400)
      #expect(answer.json == ["error": .string(error), "error_description": .string(description)])
    }
  }

  @Test("What is not signed with the client's key is refused", arguments: ["", "a.b.c", "..", "e30.e30.e30"])
  func garbage(text: String) async throws {
    try await withServer { _, rep, _ in
      try await register(at: rep, approved: ["rep@demo.example"])
      let form = try await form(Claims())
      let tampered = (form["assertion"] ?? "").split(separator: ".").dropLast().joined(separator: ".") + ".AAAA"
      for assertion in [text, tampered] {
        let answer = try await rep.token(form.merging(["assertion": assertion]) { $1 })
        #expect(answer.json["error_description"] == "invalid assertion")
      }
    }
  }

  @Test("A user who may approve the client himself must have done so before")
  func selfApproval() async throws {
    try await withServer { _, rep, _ in
      try await register(at: rep, approved: nil)
      let form = try await form(Claims())
      #expect(try await rep.token(form).json["error_description"] == "user hasn't approved this consumer")
      var login = TestLogin()
      login.clientID = "jwt-client"
      _ = try await rep.token(login.exchange(try await login.code(at: rep.address)))
      #expect(try await rep.token(form).status == 200)
    }
  }

  private func register(at client: TestClient, approved: [String]?) async throws {
    let app: JSON = [
      "clientId": "jwt-client", "certificate": .string(TestKey.certificate),
      "callbackUrls": ["http://localhost:1717/OauthRedirect"],
      "approvedUsers": approved.map { .array($0.map { .string($0) }) } ?? .null,
    ]
    let answer = try await client.send("POST", "/simulator/connected-apps", app)
    try #require(answer.status == 201)
  }

  private func form(_ claims: Claims) async throws -> [String: String] {
    let keys = JWTKeyCollection()
    await keys.add(rsa: try Insecure.RSA.PrivateKey(pem: TestKey.privateKey), digestAlgorithm: .sha256)
    return [
      "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion": try await keys.sign(claims),
    ]
  }
}
