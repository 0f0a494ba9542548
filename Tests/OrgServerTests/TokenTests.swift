import Crypto
import Foundation
import OrgModel
import Testing

@testable import OrgServer

struct TokenTests {
  private let login = TestLogin()

  @Test(
    "A code is refused that does not belong to the request",
    arguments: [
      (["code": "x"], "invalid_grant", "invalid authorization code"),
      (["code_verifier": "x"], "invalid_grant", "invalid code verifier"),
      (["code_verifier": String(repeating: "a", count: 43)], "invalid_grant", "invalid code verifier"),
      (["client_id": "PlatformCLI"], "invalid_grant", "invalid authorization code"),
      (
        ["redirect_uri": "http://localhost:8080/OauthRedirect"], "redirect_uri_mismatch",
        "redirect_uri must match configuration"
      ),
      (["client_id": ""], "invalid_client_id", "client identifier invalid"),
    ])
  func foreignCode(change: [String: String], error: String, description: String) async throws {
    try await withServer { _, rep, _ in
      let form = login.exchange(try await login.code(at: rep.address))
      let answer = try await rep.token(form.merging(change) { $1 })
      #expect(answer.status == 400)
      #expect(answer.json == ["error": .string(error), "error_description": .string(description)])
    }
  }

  @Test("A code serves once, and for fifteen minutes")
  func codeOnce() async throws {
    try await withServer { _, rep, clock in
      let form = login.exchange(try await login.code(at: rep.address))
      #expect(try await rep.token(form).status == 200)
      #expect(try await rep.token(form).json["error_description"] == "expired authorization code")
      let late = login.exchange(try await login.code(at: rep.address))
      clock.advance(seconds: 15 * 60)
      #expect(try await rep.token(late).json["error_description"] == "expired authorization code")
    }
  }

  @Test("A rotated refresh token gives its successor; used again, it ends all tokens of the login")
  func rotation() async throws {
    try await withServer { _, rep, _ in
      let first = try await rep.token(login.exchange(try await login.code(at: rep.address))).json
      let refresh = { (token: JSON?) in
        try await rep.token([
          "grant_type": "refresh_token", "client_id": "demo-desktop", "refresh_token": token?.string ?? "",
        ])
      }
      let second = try await refresh(first["refresh_token"]).json
      #expect(second["refresh_token"] != nil)
      #expect(second["refresh_token"] != first["refresh_token"])
      let client = TestClient(address: rep.address, token: second["access_token"]?.string)
      #expect(try await client.api("GET", "limits").status == 200)
      let reuse = try await refresh(first["refresh_token"])
      #expect(reuse.json["error_description"] == "expired access/refresh token")
      #expect(try await client.api("GET", "limits").status == 401)
      #expect(try await refresh(second["refresh_token"]).status == 400)
    }
  }

  @Test("A refresh token without rotation can be used again, until its time is up")
  func refreshLifetime() async throws {
    try await withServer { _, rep, clock in
      let app: JSON = [
        "clientId": "short", "callbackUrls": ["http://localhost:1717/OauthRedirect"], "refreshTokenSeconds": 3600,
      ]
      #expect(try await rep.send("POST", "/simulator/connected-apps", app).status == 201)
      var login = login
      login.clientID = "short"
      let tokens = try await rep.token(login.exchange(try await login.code(at: rep.address))).json
      let grant = [
        "grant_type": "refresh_token", "client_id": "short", "refresh_token": tokens["refresh_token"]?.string ?? "",
      ]
      for _ in 0..<2 {
        let renewed = try await rep.token(grant)
        #expect(renewed.status == 200)
        #expect(renewed.json["refresh_token"] == nil)
      }
      #expect(try await rep.token(grant.merging(["client_id": "other"]) { $1 }).status == 400)
      clock.advance(seconds: 3600)
      #expect(try await rep.token(grant).json["error_description"] == "expired access/refresh token")
    }
  }

  @Test("A sixth login of a user to a client ends the first")
  func approvals() async throws {
    try await withServer { _, rep, _ in
      var tokens: [String] = []
      for _ in 0..<6 {
        let answer = try await rep.token(login.exchange(try await login.code(at: rep.address))).json
        tokens.append(try #require(answer["access_token"]?.string))
      }
      let statuses = try await tokens.asyncMap {
        try await TestClient(address: rep.address, token: $0).api("GET", "limits").status
      }
      #expect(statuses == [401, 200, 200, 200, 200, 200])
    }
  }

  @Test("A client with a secret runs as the user that was chosen for it, and its answer is signed")
  func clientCredentials() async throws {
    try await withServer { _, rep, _ in
      let basic = "Basic " + Data("demo-integration:demo-secret".utf8).base64EncodedString()
      let answer = try await rep.send(
        "POST", "/services/oauth2/token", text: "grant_type=client_credentials", headers: ["Authorization": basic])
      #expect(answer.status == 200)
      #expect(answer.json["scope"] == "api id openid")
      #expect(answer.json["refresh_token"] == nil)
      let id = try #require(answer.json["id"]?.string)
      let issued = try #require(answer.json["issued_at"]?.string)
      let signature = try #require(Data(base64Encoded: answer.json["signature"]?.string ?? ""))
      #expect(
        HMAC<SHA256>
          .isValidAuthenticationCode(
            signature, authenticating: Data((id + issued).utf8), using: SymmetricKey(data: Data("demo-secret".utf8))))
    }
  }

  @Test(
    "A client that does not say who it is gets nothing",
    arguments: [
      (["client_id": "demo-integration", "client_secret": "nope"], "invalid_client", "invalid client credentials"),
      (["client_id": "demo-integration"], "invalid_client", "invalid client credentials"),
      (["client_id": "demo-desktop"], "invalid_grant", "no client credentials user enabled"),
      ([:], "invalid_client_id", "client identifier invalid"),
    ])
  func unknownClient(form: [String: String], error: String, description: String) async throws {
    try await withServer { _, rep, _ in
      let answer = try await rep.token(form.merging(["grant_type": "client_credentials"]) { $1 })
      #expect(answer.status == 400)
      #expect(answer.json == ["error": .string(error), "error_description": .string(description)])
    }
  }

  @Test("Answers come in the format that the client wants")
  func formats() async throws {
    try await withServer { _, rep, _ in
      let form = "grant_type=password&client_id=any&username=rep%40demo.example&password=demo"
      let text = try await rep.send("POST", "/services/oauth2/token?format=urlencoded", text: form)
      #expect(text.headers["content-type"]?.hasPrefix("application/x-www-form-urlencoded") == true)
      #expect(FormField.parse(text.text).contains(FormField(name: "instance_url", value: rep.address)))
      let xml = try await rep.send(
        "POST", "/services/oauth2/token", text: form, headers: ["Accept": "text/html, application/xml;q=0.9"])
      #expect(xml.text.contains("<OAuth><access_token>"))
      let wrong = try await rep.send("POST", "/services/oauth2/token?format=urlencoded", text: "grant_type=x")
      #expect(wrong.text == "error=unsupported_grant_type&error_description=grant%20type%20not%20supported")
    }
  }

  @Test(
    "A password may be followed by a security token",
    arguments: [("demoAbCdEfGhIjKlMnOpQrStUvWx", 200), ("demox", 400)])
  func securityToken(password: String, status: Int) async throws {
    try await withServer { _, rep, _ async throws in
      let form = [
        "grant_type": "password", "client_id": "any", "username": "REP@demo.example", "password": password,
      ]
      #expect(try await rep.token(form).status == status)
    }
  }

  @Test("A form that is larger than any is not read")
  func hugeForm() async throws {
    try await withServer { _, rep, _ in
      let form = "grant_type=password&client_id=any&username=rep%40demo.example&password=demo"
      let padding = String(repeating: "&=", count: 40_000)
      let answer = try await rep.send("POST", "/services/oauth2/token", text: form + padding)
      #expect(answer.json["error"] == "unsupported_grant_type")
    }
  }

  @Test("Only registered clients are served where clients are restricted")
  func restricted() async throws {
    try await withServer { _, rep, _ async throws in
      let order: JSON = ["restricted": true]
      #expect(try await rep.send("PUT", "/simulator/connected-apps/restriction", order).status == 204)
      let form = ["grant_type": "password", "username": "rep@demo.example", "password": "demo"]
      #expect(try await rep.token(form.merging(["client_id": "any"]) { $1 }).json["error"] == "invalid_client_id")
      #expect(try await rep.token(form.merging(["client_id": "PlatformCLI"]) { $1 }).status == 200)
      #expect(try await rep.send("DELETE", "/simulator/connected-apps/PlatformCLI").status == 204)
      #expect(try await rep.token(form.merging(["client_id": "PlatformCLI"]) { $1 }).status == 400)
      #expect(try await rep.send("POST", "/simulator/connected-apps", ["clientId": 7]).status == 400)
    }
  }
}

extension Sequence {
  fileprivate func asyncMap<Value>(_ body: (Element) async throws -> Value) async rethrows -> [Value] {
    var values: [Value] = []
    for element in self { values.append(try await body(element)) }
    return values
  }
}
