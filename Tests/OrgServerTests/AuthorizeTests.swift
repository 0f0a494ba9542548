import Testing

@testable import OrgServer

struct AuthorizeTests {
  private let login = TestLogin()

  @Test("A login on the page gives a code, and the code gives tokens that work")
  func roundTrip() async throws {
    try await withServer { _, rep, _ in
      let browser = TestBrowser(address: rep.address)
      let page = try await browser.open(login.request)
      #expect(page.status == 200)
      #expect(page.text.contains("Demo Desktop"))
      #expect(page.text.contains("colleague@demo.example"))
      let back = try await browser.decide(page)
      #expect(back.status == 302)
      #expect(back.location?.hasPrefix("http://localhost:1717/OauthRedirect?code=") == true)
      #expect(back.answer["state"] == "a b&c=<d>")
      let tokens = try await rep.token(login.exchange(try #require(back.answer["code"]))).json
      #expect(tokens["scope"] == "api web id openid refresh_token")
      #expect(tokens["refresh_token"]?.string?.isEmpty == false)
      let client = TestClient(address: rep.address, token: tokens["access_token"]?.string)
      #expect(try await client.send("GET", "/services/oauth2/userinfo").json["name"] == "Robin Verhoeven")
    }
  }

  @Test("A user who denies is told to the client, and the page is done with")
  func denied() async throws {
    try await withServer { _, rep, _ in
      let browser = TestBrowser(address: rep.address)
      let page = try await browser.open(login.request)
      let back = try await browser.decide(page, ["decision": "deny"])
      #expect(back.answer["error"] == "access_denied")
      #expect(back.answer["error_description"] == "end-user denied authorization")
      #expect(back.answer["state"] == "a b&c=<d>")
      #expect(try await browser.decide(page).status == 400)
    }
  }

  @Test(
    "What is wrong with a request is told to the client",
    arguments: [
      (["response_type": "token"], "unsupported_response_type"), (["scope": "api root"], "invalid_scope"),
      (["code_challenge": "short"], "invalid_request"), (["code_challenge_method": "plain"], "invalid_request"),
      (["immediate": "true"], "immediate_unsuccessful"),
    ])
  func refused(change: [String: String], error: String) async throws {
    try await withServer { _, rep, _ in
      let back = try await TestBrowser(address: rep.address).open(login.request.merging(change) { $1 })
      #expect(back.status == 302)
      #expect(back.answer["error"] == error)
      #expect(back.answer["state"] == "a b&c=<d>")
    }
  }

  @Test("A client that must prove itself cannot leave out the challenge")
  func challengeRequired() async throws {
    try await withServer { _, rep, _ in
      var request = login.request
      request["code_challenge"] = nil
      let back = try await TestBrowser(address: rep.address).open(request)
      #expect(back.answer["error_description"] == "missing required code challenge")
    }
  }

  @Test(
    "The browser is sent nowhere that the client has not registered",
    arguments: [
      ("demo-desktop", "http://localhost:1718/OauthRedirect", "redirect_uri_mismatch"),
      ("demo-desktop", "http://localhost:1717/OauthRedirect/", "redirect_uri_mismatch"),
      ("demo-desktop", "https://evil.example/", "redirect_uri_mismatch"),
      ("unknown", "https://evil.example/", "redirect_uri_mismatch"),
      ("unknown", "http://localhost@evil.example/", "redirect_uri_mismatch"),
      ("unknown", "http://localhost.evil.example/", "redirect_uri_mismatch"),
      ("unknown", "javascript:alert(1)//localhost", "redirect_uri_mismatch"),
      ("unknown", "http://localhost/\r\nX: y", "redirect_uri_mismatch"),
      ("unknown", "http://localhost:1717/#f", "redirect_uri_mismatch"),
      ("unknown", "", "redirect_uri_missing"), ("", "http://localhost:1717/", "invalid_client_id"),
    ])
  func foreignCallback(client: String, url: String, error: String) async throws {
    try await withServer { _, rep, _ in
      let request = login.request.merging(["client_id": client, "redirect_uri": url]) { $1 }
      let page = try await TestBrowser(address: rep.address).open(request)
      #expect(page.status == 400)
      #expect(page.location == nil)
      #expect(page.text.contains("error=\(error)&amp;error_description="))
    }
  }

  @Test(
    "A client that nobody registered may use any loopback address",
    arguments: ["http://localhost:4711/x", "http://127.0.0.1:1/", "http://[::1]:99/a?b=c"])
  func loopback(url: String) async throws {
    try await withServer { _, rep, _ in
      let browser = TestBrowser(address: rep.address)
      let page = try await browser.open(login.request.merging(["client_id": "mine", "redirect_uri": url]) { $1 })
      let back = try await browser.decide(page)
      #expect(back.location?.hasPrefix(url + (url.contains("?") ? "&" : "?") + "code=") == true)
    }
  }

  @Test("A wrong password shows the page again, and a form from elsewhere is refused")
  func form() async throws {
    try await withServer { _, rep, _ in
      let browser = TestBrowser(address: rep.address)
      let page = try await browser.open(login.request)
      let again = try await browser.decide(
        page, ["username": "\"><script>", "password": "nope", "decision": "allow"])
      #expect(again.status == 200)
      #expect(again.text.contains("check your username and password"))
      #expect(again.text.contains("&quot;&gt;&lt;script&gt;"))
      #expect(!again.text.contains("<script>"))
      let stranger = try await browser.open(login.request)
      #expect(try await browser.decide(page, cookie: stranger.cookie).status == 400)
      #expect(try await browser.decide(again, cookie: page.cookie).status == 302)
    }
  }
}
