import OrgModel
import Testing

@testable import OrgServer

struct SessionTests {
  @Test("Use in the second half of its time renews a session; use in the first half does not")
  func renewal() async throws {
    try await withServer(lifetime: 1000) { _, rep, clock async throws in
      let status = { try await rep.api("GET", "limits").status }
      clock.advance(seconds: 400)
      #expect(try await status() == 200)
      clock.advance(seconds: 500)
      #expect(try await status() == 200)
      clock.advance(seconds: 999)
      #expect(try await status() == 200)
      clock.advance(seconds: 1000)
      #expect(try await status() == 401)
    }
  }

  @Test("A session that was used in the first half of its time only ends at its time")
  func noRenewal() async throws {
    try await withServer(lifetime: 1000) { _, rep, clock async throws in
      clock.advance(seconds: 499)
      #expect(try await rep.api("GET", "limits").status == 200)
      clock.advance(seconds: 501)
      #expect(try await rep.api("GET", "limits").status == 401)
    }
  }

  @Test("Refresh tokens are forgotten when their time is up, and of those that were replaced the last few are kept")
  func refreshTokens() {
    var book = SessionBook(lifetime: 60, seed: 1)
    let now = Timestamp(TestClock().now)
    let user = Org.automatedProcess
    let grant = book.logIn(user, client: "x", scopes: [], to: user, at: now).grant
    var token = book.makeRefreshToken(for: grant, expires: now.adding(seconds: 100), at: now)
    let first = token
    for _ in 0..<50 { token = book.rotate(token, at: now) ?? "" }
    #expect(book.refreshToken(token, at: now) != nil)
    #expect(book.refreshTokens[first] == nil)
    #expect(book.refreshTokens.count == 6)
    let later = now.adding(seconds: 100)
    #expect(book.approvals(of: user, for: "x", at: later).isEmpty)
    let other = book.logIn(user, client: "x", scopes: [], to: user, at: later).grant
    _ = book.makeRefreshToken(for: other, at: later)
    #expect(book.refreshTokens.count == 1)
  }

  @Test("The sessions are told without their tokens, and end by user")
  func control() async throws {
    try await withServer { server, rep, _ in
      let opened = try await server.openSession(for: DemoUser.admin.username)
      let admin = TestClient(address: rep.address, token: opened.accessToken)
      let list = try await rep.send("GET", "/simulator/sessions")
      #expect(list.json["sessions"]?.array?.map { $0["user"] } == ["rep@demo.example", "admin@demo.example"])
      #expect(!list.text.contains(opened.accessToken))
      #expect(!list.text.contains(opened.refreshToken))
      let order: JSON = ["user": "admin@demo.example"]
      #expect(try await rep.send("POST", "/simulator/sessions/expire", order).status == 204)
      #expect(try await admin.api("GET", "limits").status == 401)
      #expect(try await rep.api("GET", "limits").status == 200)
      let grant = ["grant_type": "refresh_token", "client_id": "any", "refresh_token": opened.refreshToken]
      #expect(try await rep.token(grant).status == 200)
      #expect(try await rep.send("POST", "/simulator/sessions/revoke", order).status == 204)
      #expect(try await rep.token(grant).json["error_description"] == "expired access/refresh token")
      #expect(try await rep.send("POST", "/simulator/sessions/expire", ["user": "nobody"]).status == 404)
      #expect(try await rep.send("POST", "/simulator/sessions/lifetime", ["seconds": 0]).status == 400)
      #expect(try await rep.send("POST", "/simulator/sessions/lifetime", ["seconds": 60]).status == 204)
    }
  }
}
