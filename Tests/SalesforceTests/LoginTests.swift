import Foundation
import Localization
import Testing

@testable import Salesforce

@Suite("Login and renewal")
struct LoginTests {
  private func endpoint(_ transport: ScriptedTransport) -> TokenEndpoint {
    TokenEndpoint(
      at: .known("https://login.salesforce.com"), client: OAuthClient(id: "key", secret: Secret("client-secret")),
      transport: transport)
  }

  private static let tokens = """
    {"access_token":"access-2","refresh_token":"refresh-2","instance_url":"https://acme.my.salesforce.com",\
    "id":"https://login.salesforce.com/id/00D/005","issued_at":"1","signature":"s","token_type":"Bearer","scope":"api"}
    """

  @Test("A login by password sends a form and gives a session")
  func password() async throws {
    let transport = ScriptedTransport([.json(Self.tokens)])
    let session = try await endpoint(transport).logIn(username: "rita@acme.example", password: Secret("p&w =+"))
    #expect(session.accessToken.revealed == "access-2")
    #expect(session.refreshToken?.revealed == "refresh-2")
    #expect(session.instance == Samples.address)
    let request = try #require(transport.sent.first)
    #expect(request.url == "https://login.salesforce.com/services/oauth2/token")
    #expect(
      request.text
        == "grant_type=password&username=rita%40acme.example&password=p%26w%20%3D%2B&client_id=key&client_secret=client-secret"
    )
  }

  @Test("A refresh takes the next refresh token where Salesforce rotates, and keeps the old one where it does not")
  func rotation() async throws {
    let kept = Self.tokens.replacing(#""refresh_token":"refresh-2","#, with: "")
    let transport = ScriptedTransport([.json(Self.tokens), .json(kept)])
    #expect(try await endpoint(transport).refresh(Samples.session).refreshToken?.revealed == "refresh-2")
    #expect(try await endpoint(transport).refresh(Samples.session).refreshToken?.revealed == "refresh-1")
  }

  @Test("A token is not taken for a host that is not of Salesforce")
  func foreignInstance() async {
    let transport = ScriptedTransport([.json(Self.tokens.replacing("acme.my.salesforce.com", with: "evil.example"))])
    await #expect(throws: LoginError.foreignInstance(host: "evil.example")) {
      try await endpoint(transport).refresh(Samples.session)
    }
  }

  @Test("A token is not taken for an instance without encryption")
  func plainInstance() async {
    let transport = ScriptedTransport([.json(Self.tokens.replacing("https://acme", with: "http://acme"))])
    let error = await #expect(throws: LoginError.self) { try await endpoint(transport).refresh(Samples.session) }
    #expect(error?.description.contains("acme.my.salesforce.com can be reached by https only") == true)
  }

  @Test(
    "A refusal is told in the user's words",
    arguments: [
      ("invalid_grant", "expired access/refresh token", "the login expired or was revoked in Salesforce; log in again"),
      ("invalid_grant", "inactive user", "this Salesforce user is inactive; ask your administrator"),
      (
        "invalid_grant", "ip restricted or invalid login hours",
        "Salesforce does not allow logins from this network for this user; use the company network or ask your administrator"
      ),
      (
        "invalid_grant", "authentication failure",
        "the user name, password or security token is wrong, or the user is locked; check them and log in again"
      ),
      ("invalid_grant", "something new", "the login is no longer valid; log in again"),
      (
        "invalid_client", "app must be installed into org",
        "the connected app is not installed in this org; ask your administrator to install it, or for the client id of "
          + "another one (docs/connect.md)"
      ),
      ("new_code", "Why", "Salesforce refused the login: Why (new_code)"),
    ])
  func refusals(code: String, detail: String, text: String) async throws {
    let transport = ScriptedTransport([
      .json(#"{"error":"\#(code)","error_description":"\#(detail)"}"#, status: 400)
    ])
    let error = await #expect(throws: LoginError.self) { try await endpoint(transport).refresh(Samples.session) }
    #expect(error?.description == text)
    #expect(error?.forRequest == .loginNeeded(reason: LocalizedText(verbatim: text)))
  }

  @Test(
    "Each kind of invalid_grant says what to do, whatever its case",
    arguments: [
      ("token validity expired", "log in again"), ("Expired Authorization Code", "took too long"),
      ("invalid authorization code", "already used"), ("user is inactive", "ask your administrator"),
      ("inactive organization", "locked or closed"), ("organization is inactive", "locked or closed"),
      ("ip restricted", "use the company network"), ("invalid login hours", "at this hour"),
      ("user hasn't approved this consumer", "not yet approved"), ("invalid code verifier", "another run"),
      ("invalid assertion", "upload the new one"), ("audience is invalid", "test.salesforce.com"),
    ])
  func grants(detail: String, words: String) {
    #expect(LoginError.refused(code: "invalid_grant", detail: detail).description.contains(words))
  }

  @Test(
    "A renewal that fails on the way leaves the request undone, not unknown",
    arguments: [
      (LoginError.org(.unknownOutcome(reason: "x")), OrgError.unreachable(reason: "x")),
      (.org(.unreachable(reason: "x")), .unreachable(reason: "x")),
      (.org(.busy(code: "HTTP 503", retryAfter: .seconds(5))), .busy(code: "HTTP 503", retryAfter: .seconds(5))),
      (.refused(code: "rate_limit_exceeded", detail: ""), .busy(code: "rate_limit_exceeded", retryAfter: nil)),
      (.sessionEnded, .loginNeeded(reason: "the session ended; log in again")),
    ])
  func renewalErrors(error: LoginError, result: OrgError) {
    #expect(error.forRequest == result)
  }

  @Test("An error is told in the language of the user, whenever it came about, and to the log in English")
  func language() {
    let language = Language(
      code: "xx", name: "X", calendar: Language.english.calendar,
      texts: [
        "login needed: {}": .text("inloggen: {}"), "the login expired; log in again": .text("verlopen"),
        "nobody logged in within {} minutes; log in again, and if the browser is on another machine, paste the address that it shows in the end (--no-browser)":
          .text("{} min"),
      ],
      plural: .oneOrOther, typedWords: [:])
    let error = LoginError.refused(code: "invalid_grant", detail: "token validity expired").forRequest
    Localization.with(language) {
      #expect(error.description == "inloggen: verlopen")
      #expect(error.text.english == "login needed: the login expired; log in again")
      #expect(LoginError.nobodyCame(after: .seconds(300)).description == "5 min")
      #expect(LoginError.refused(code: "new", detail: "Why").description == "Salesforce refused the login: Why (new)")
    }
  }

  @Test("A session that is revoked already counts as revoked")
  func revocation() async throws {
    let transport = ScriptedTransport([
      .json(""), .json(#"{"error":"invalid_token"}"#, status: 400),
      .json(#"{"error":"unsupported_token_type"}"#, status: 400),
    ])
    try await endpoint(transport).revoke(Samples.session)
    try await endpoint(transport).revoke(Samples.session)
    await #expect(throws: LoginError.self) { try await endpoint(transport).revoke(Samples.session) }
    #expect(transport.sent.first?.text == "token=refresh-1")
  }

  @Test("A session shows none of its tokens, however it is printed")
  func redaction() {
    let request = HTTPRequest(.get, "https://acme.my.salesforce.com/x?q=access-1", headers: [("A", "access-1")])
    let answer = HTTPAnswer.json("refresh-1", headers: [("Set-Cookie", "access-1")])
    let values: [Any] = [Samples.session, request, answer]
    var dumped = ""
    dump(values, to: &dumped)
    for text in [dumped, "\(values)", String(reflecting: values)] + values.map({ "\($0)" }) {
      #expect(!text.contains("access-1"))
      #expect(!text.contains("refresh-1"))
    }
  }
}
