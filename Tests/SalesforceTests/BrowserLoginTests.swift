import Foundation
import OrgModel
import OrgServer
import Synchronization
import Testing

@testable import Salesforce

@Suite("A login in the browser, over TLS", .timeLimit(.minutes(1)))
struct BrowserLoginTests {
  @Test("The user allows it, the browser comes back, and the session works, can be renewed once, and can be revoked")
  func allowed() async throws {
    try await SecureOrg.run { org in
      let callback = try org.callback()
      let client = try await org.register(callback)
      let login = org.login(client, callback)
      let (session, page) = try await org.comeBack(to: login) { browser in
        try await browser.page(try await browser.callback(of: login.address))
      }
      #expect(page.status == 200)
      #expect(page.text.contains("You are logged in"))
      #expect(session.instance == org.address)
      #expect(session.identityURL?.contains("/id/") == true)
      #expect(try await org.connection(session).user().username == "rep@demo.example")

      let endpoint = TokenEndpoint(at: org.address, client: client, transport: org.transport)
      let next = try await endpoint.refresh(session)
      #expect(next.refreshToken != session.refreshToken)
      #expect(try await org.connection(next).user().username == "rep@demo.example")
      try await endpoint.revoke(next)
      let error = await #expect(throws: LoginError.self) { try await endpoint.refresh(next) }
      #expect(error?.description == "the login expired or was revoked in Salesforce; log in again")
    }
  }

  @Test("A refresh token that was rotated out ends the login, as Salesforce does where one was copied")
  func reuse() async throws {
    try await SecureOrg.run { org in
      let callback = try org.callback()
      let client = try await org.register(callback)
      let login = org.login(client, callback)
      let browser = ScriptedBrowser(transport: org.transport)
      let session = try await login.session(pasted: try await browser.callback(of: login.address))
      let endpoint = TokenEndpoint(at: org.address, client: client, transport: org.transport)
      let next = try await endpoint.refresh(session)
      await #expect(throws: LoginError.self) { try await endpoint.refresh(session) }
      await #expect(throws: LoginError.self) { try await endpoint.refresh(next) }
    }
  }

  @Test("Access that is denied is said in the program and in the browser")
  func denied() async throws {
    try await SecureOrg.run { org in
      let callback = try org.callback()
      let login = org.login(OAuthClient(id: "any"), callback)
      let error = await #expect(throws: LoginError.self) {
        _ = try await org.comeBack(to: login) { browser in
          var browser = browser
          browser.decision = "deny"
          let page = try await browser.page(try await browser.callback(of: login.address))
          #expect(page.text.contains("access was not allowed"))
        }
      }
      #expect(
        error?.description
          == "access was not allowed in the browser; log in again and allow it, or ask your administrator")
    }
  }

  @Test("An answer to another login, another path or another host is not used, and the right one still is")
  func strays() async throws {
    try await SecureOrg.run { org in
      let callback = try org.callback()
      let login = org.login(OAuthClient(id: "any"), callback)
      let strays = Mutex<[LoginError]>([])
      let (session, _) = try await org.comeBack(to: login, onStray: { error in strays.withLock { $0.append(error) } }) {
        browser in
        let right = try await browser.callback(of: login.address)
        #expect(try await browser.page(callback.text + "?code=stolen&state=wrong").status == 400)
        #expect(try await browser.page(callback.text + "?code=stolen").status == 400)
        #expect(try await browser.page(callback.text.replacing("/OauthRedirect", with: "/favicon.ico")).status == 404)
        #expect(try await browser.page(right, host: "evil.example").status == 404)
        #expect(try await browser.page(right).status == 200)
      }
      #expect(strays.withLock { $0 } == [.otherLogin, .otherLogin])
      #expect(session.refreshToken != nil)
    }
  }

  @Test("A code that is too old or was used is told in words", arguments: [true, false])
  func spentCode(isOld: Bool) async throws {
    try await SecureOrg.run { org in
      let login = org.login(OAuthClient(id: "any"), try org.callback())
      let callback = try await ScriptedBrowser(transport: org.transport).callback(of: login.address)
      if isOld {
        try await org.steer("clock", #"{"advance": "PT16M"}"#)
      } else {
        _ = try await login.session(pasted: callback)
      }
      let error = await #expect(throws: LoginError.self) { try await login.session(pasted: callback) }
      #expect(error?.description == "the login in the browser took too long; log in again")
    }
  }

  @Test("What is pasted may be the whole address or the code alone; a code of another login lacks its proof")
  func pasted() async throws {
    try await SecureOrg.run { org in
      let callback = try org.callback()
      let browser = ScriptedBrowser(transport: org.transport)
      for isWhole in [true, false] {
        let login = org.login(OAuthClient(id: "any"), callback)
        let address = try await browser.callback(of: login.address)
        let code = try #require(PercentEncoding.fields(address.split(separator: "?").last ?? "")["code"])
        #expect(try await login.session(pasted: isWhole ? " \(address)\n" : code).refreshToken != nil)
      }
      let other = org.login(OAuthClient(id: "any"), callback)
      let address = try await browser.callback(of: other.address)
      let code = try #require(PercentEncoding.fields(address.split(separator: "?").last ?? "")["code"])
      let login = org.login(OAuthClient(id: "any"), callback)
      await #expect(throws: LoginError.otherLogin) { try await login.session(pasted: address) }
      await #expect(throws: LoginError.refused(code: "invalid_grant", detail: "invalid code verifier")) {
        try await login.session(pasted: code)
      }
      for text in ["", "two words", "http://localhost:1717/OauthRedirect"] {
        await #expect(throws: LoginError.noCode) { try await login.session(pasted: text) }
      }
    }
  }

  @Test(
    "What is pasted while the browser is waited for is taken too, also where its port is taken",
    arguments: [true, false])
  func pastedMeanwhile(portIsTaken: Bool) async throws {
    let server = try await LoopbackServer([])
    try await SecureOrg.run { org in
      let port = portIsTaken ? server.port : try SecureOrg.freePort()
      let callback = try CallbackAddress("http://localhost:\(port)/OauthRedirect")
      let login = org.login(OAuthClient(id: "any"), callback)
      let (pasted, paste) = AsyncStream.makeStream(of: String.self)
      let obstacles = Mutex<[LoginError?]>([])
      let strays = Mutex<[LoginError]>([])
      paste.yield(callback.text + "?code=stolen&state=wrong")
      paste.yield("no code")
      paste.yield(try await ScriptedBrowser(transport: org.transport).callback(of: login.address))
      let session = try await login.session(patience: .seconds(50), pasted: pasted) { obstacle in
        obstacles.withLock { $0.append(obstacle) }
      } onStray: { error in
        strays.withLock { $0.append(error) }
      }
      #expect(session.refreshToken != nil)
      #expect(obstacles.withLock { $0 } == [portIsTaken ? .portTaken(port) : nil])
      #expect(strays.withLock { $0 } == [.otherLogin, .noCode])
    }
    try await server.close()
  }

  @Test("A login that is given up gives its port back")
  func givenUp() async throws {
    let callback = try CallbackAddress("http://localhost:\(try SecureOrg.freePort())/x")
    for _ in 0..<2 {
      var random = SystemRandomNumberGenerator()
      let login = BrowserLogin(
        AuthorizationRequest(client: OAuthClient(id: "any"), callback: callback, using: &random), at: .production,
        transport: ScriptedTransport([]))
      let (ready, signal) = AsyncStream.makeStream(of: LoginError?.self)
      let task = Task {
        _ = try? await login.session(patience: .seconds(50), onReady: { signal.yield($0) }, onStray: { _ in })
      }
      #expect(await ready.first { _ in true } == .some(nil))
      task.cancel()
      await task.value
    }
  }

  @Test("Nobody comes: it ends after its time; a port in use: it ends at once", arguments: [true, false])
  func nobody(portIsTaken: Bool) async throws {
    let server = try await LoopbackServer([])
    let callback = try CallbackAddress("http://localhost:\(portIsTaken ? server.port : try SecureOrg.freePort())/x")
    var random = SystemRandomNumberGenerator()
    let login = BrowserLogin(
      AuthorizationRequest(client: OAuthClient(id: "any"), callback: callback, using: &random), at: .production,
      transport: ScriptedTransport([]))
    let expected = portIsTaken ? LoginError.portTaken(callback.port) : .nobodyCame(after: .zero)
    await #expect(throws: expected) { try await login.session(patience: .zero, onReady: { _ in }, onStray: { _ in }) }
    try await server.close()
  }

  @Test("Without the authority's certificate nothing is sent")
  func untrusted() async throws {
    try await SecureOrg.run { org in
      let endpoint = TokenEndpoint(at: org.address, client: OAuthClient(id: "any"), transport: HTTPTransport())
      let error = await #expect(throws: LoginError.self) {
        try await endpoint.logIn(username: "rep@demo.example", password: Secret("demo"))
      }
      #expect(error?.description.contains("certificate is not trusted; nothing was sent") == true)
    }
  }
}
