import Foundation
import Logging
import OrgModel
import OrgServer

@testable import Salesforce

/// A simulated org over TLS, and a transport that trusts it.
struct SecureOrg: Sendable {
  let server: OrgServer
  let address: OrgAddress
  let transport: HTTPTransport

  static func run(_ body: @Sendable (SecureOrg) async throws -> Void) async throws {
    let authority = try CertificateAuthority()
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pem").path
    try authority.pem.write(toFile: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let server = OrgServer(configuration: .init(tls: .authority(authority))) { now in
      Org.demo(tasks: 0, seed: 1, now: now, timeZone: .gmt)
    }
    do {
      try await body(
        SecureOrg(
          server: server, address: try OrgAddress(try await server.start()),
          transport: HTTPTransport(authorityFile: file)))
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  static func freePort() throws -> Int {
    guard let port = SilentPort() else { throw CancellationError() }
    return Int(port.number)
  }

  /// A callback on a port that is free.
  func callback() throws -> CallbackAddress {
    try CallbackAddress("http://localhost:\(Self.freePort())/OauthRedirect")
  }

  /// A connected app with all that is recommended.
  func register(_ callback: CallbackAddress) async throws -> OAuthClient {
    try await steer(
      "connected-apps",
      #"{"clientId": "mine", "callbackUrls": ["\#(callback.text)"], "requirePkce": true, "rotateRefreshTokens": true}"#)
    return OAuthClient(id: "mine")
  }

  func steer(_ path: String, _ body: String) async throws {
    let answer = try await transport.send(
      HTTPRequest(
        .post, address.url("/simulator/\(path)"), headers: [("Content-Type", "application/json")],
        body: Data(body.utf8)))
    guard answer.isSuccess else { throw OrgError(answer) }
  }

  func login(_ client: OAuthClient, _ callback: CallbackAddress) -> BrowserLogin {
    var random = SystemRandomNumberGenerator()
    return BrowserLogin(
      AuthorizationRequest(client: client, callback: callback, using: &random), at: address, transport: transport)
  }

  /// Waits for the browser, which does `visit` once it can come back.
  func comeBack<Value: Sendable>(
    to login: BrowserLogin, onStray: @escaping @Sendable (LoginError) -> Void = { _ in },
    _ visit: @escaping @Sendable (ScriptedBrowser) async throws -> Value
  ) async throws -> (Session, Value) {
    let (ready, signal) = AsyncStream.makeStream(of: Void.self)
    let browser = ScriptedBrowser(transport: transport)
    async let value = {
      for await _ in ready { break }
      return try await visit(browser)
    }()
    let session = try await login.session(patience: .seconds(50), onReady: { signal.finish() }, onStray: onStray)
    return (session, try await value)
  }

  func connection(_ session: Session) -> RESTConnection {
    RESTConnection(
      session: session, renewal: .impossible, transport: transport,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }
}
