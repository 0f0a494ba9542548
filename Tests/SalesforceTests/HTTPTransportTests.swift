import Foundation
import Localization
import Logging
import Testing

@testable import Salesforce

@Suite("What became of a request")
struct HTTPTransportTests {
  private func outcome(
    of behaviours: [LoopbackServer.Behaviour], limits: HTTPTransport.Limits = .init(), timeout: Duration? = nil,
    scheme: String = "http"
  ) async throws -> Result<HTTPAnswer, OrgError> {
    let server = try await LoopbackServer(behaviours)
    let transport = HTTPTransport(limits: limits)
    let url = server.address.replacing("http", with: scheme) + "/x"
    let request = HTTPRequest(.post, url, body: Data("{}".utf8), timeout: timeout)
    let result: Result<HTTPAnswer, OrgError>
    do throws(OrgError) { result = .success(try await transport.send(request)) } catch { result = .failure(error) }
    #expect(server.requests.count <= 1)
    try await server.close()
    return result
  }

  private func error(_ result: Result<HTTPAnswer, OrgError>) -> OrgError? {
    if case .failure(let error) = result { error } else { nil }
  }

  @Test("A whole answer comes with its status, headers and body")
  func whole() async throws {
    let text = "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nX-A: b\r\nContent-Length: 4\r\n\r\ntrue"
    let answer = try await outcome(of: [.answer(text)]).get()
    #expect(answer.status == 201)
    #expect(answer.header("x-a") == "b")
    #expect(try answer.decoded(Bool.self))
  }

  @Test("A refused connection did nothing")
  func refused() async throws {
    let port = try #require(SilentPort())
    let transport = HTTPTransport()
    await #expect(throws: OrgError.unreachable(reason: "connection refused")) {
      try await transport.send(HTTPRequest(.get, "http://127.0.0.1:\(port.number)/"))
    }
  }

  @Test("A host that is not found did nothing")
  func unknownHost() async throws {
    let transport = HTTPTransport()
    await #expect(
      throws: OrgError.unreachable(reason: "no-such-host.invalid cannot be found; is this machine online?")
    ) {
      try await transport.send(HTTPRequest(.get, "https://no-such-host.invalid/"))
    }
  }

  @Test(
    "A failure of TLS did nothing", arguments: [LoopbackServer.Behaviour.close, .answerAndClose("no TLS here\r\n\r\n")])
  func tls(behaviour: LoopbackServer.Behaviour) async throws {
    guard case .unreachable = error(try await outcome(of: [behaviour], scheme: "https")) else {
      Issue.record("a request is said to have left without TLS")
      return
    }
  }

  @Test(
    "A connection that ends after the request was sent leaves its outcome unknown",
    arguments: [
      LoopbackServer.Behaviour.close, .answerAndClose("HTTP/1.1 200 OK\r\nContent-"),
      .answerAndClose("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[1,2"),
      .answerAndClose("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n[1,2\r\n"),
    ])
  func cutOff(behaviour: LoopbackServer.Behaviour) async throws {
    guard case .unknownOutcome = error(try await outcome(of: [behaviour])) else {
      Issue.record("the outcome is said to be known")
      return
    }
  }

  @Test(
    "An answer that does not come in time leaves the outcome unknown",
    arguments: [LoopbackServer.Behaviour.silence, .answer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n1")])
  func slow(behaviour: LoopbackServer.Behaviour) async throws {
    let result = try await outcome(of: [behaviour], timeout: .seconds(1))
    #expect(error(result) == .unknownOutcome(reason: "no answer came in time"))
  }

  @Test(
    "An answer that comes byte by byte, each in time, has to be whole in time",
    arguments: ["HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\n\r\n"])
  func drip(start: String) async throws {
    let result = try await outcome(of: [.drip(start)], limits: HTTPTransport.Limits(exchange: .milliseconds(500)))
    #expect(error(result) == .unknownOutcome(reason: "no answer came in time"))
  }

  @Test("A handshake of TLS that never ends did nothing")
  func handshake() async throws {
    let limits = HTTPTransport.Limits(connect: .milliseconds(200))
    let result = try await outcome(of: [.silence], limits: limits, scheme: "https")
    #expect(error(result) == .unreachable(reason: "no connection came about in time"))
  }

  @Test("A request that is stopped while under way leaves the outcome unknown")
  func cancelled() async throws {
    let server = try await LoopbackServer([.silence])
    let transport = HTTPTransport()
    let url = server.address + "/"
    let task = Task { () async -> OrgError? in
      do throws(OrgError) { _ = try await transport.send(HTTPRequest(.get, url)) } catch { return error }
      return nil
    }
    while server.requests.isEmpty { await Task.yield() }
    task.cancel()
    #expect(await task.value == .unknownOutcome(reason: "stopped before an answer came"))
  }

  @Test("An answer that is too large is not read to its end", arguments: ["Content-Length: 2000000", "X: y"])
  func large(header: String) async throws {
    let text = "HTTP/1.1 200 OK\r\n\(header)\r\n\r\n" + String(repeating: "x", count: 2_000_000)
    let result = try await outcome(of: [.answerAndClose(text)], limits: HTTPTransport.Limits(body: 1 << 20))
    #expect(error(result) == .invalidAnswer(reason: "it is larger than 1 MiB"))
  }

  @Test("What is not HTTP is no answer")
  func nonsense() async throws {
    let result = try await outcome(of: [.answerAndClose("220 mail.example ESMTP\r\n")])
    #expect(error(result) == .invalidAnswer(reason: "this is not HTTP; is something else listening at this address?"))
  }

  @Test("A redirect is not followed")
  func redirect() async throws {
    let other = try await LoopbackServer([])
    let text = "HTTP/1.1 307 Moved\r\nLocation: \(other.address)/\r\nContent-Length: 0\r\n\r\n"
    #expect(try await outcome(of: [.answer(text)]).get().status == 307)
    #expect(other.requests.isEmpty)
    try await other.close()
  }

  @Test("A busy org over real HTTP: the session is renewed, then the wish to wait is understood")
  func conversation() async throws {
    func answer(_ status: String, _ body: String, _ headers: String = "") -> LoopbackServer.Behaviour {
      .answer("HTTP/1.1 \(status)\r\n\(headers)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }
    let server = try await LoopbackServer([
      answer("200 OK", #"[{"version":"60.0"}]"#),
      answer("401 Unauthorized", #"[{"message":"Session expired","errorCode":"INVALID_SESSION_ID"}]"#),
      answer("200 OK", #"{"done":true,"records":[]}"#),
      answer("503 Service Unavailable", "", "Retry-After: 7\r\n"),
    ])
    let session = Session(accessToken: Secret("one"), refreshToken: nil, instance: .known(server.address))
    let next = Session(accessToken: Secret("two"), refreshToken: nil, instance: .known(server.address))
    let connection = RESTConnection(
      session: session, renewal: SessionRenewal { _ throws(LoginError) in next }, transport: HTTPTransport(),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    #expect(try await connection.tasks(TaskQuery(condition: "x")).isEmpty)
    #expect(server.requests.last?.contains("Bearer two") == true)
    await #expect(throws: OrgError.busy(code: "HTTP 503", retryAfter: .seconds(7))) {
      try await connection.tasks(TaskQuery(condition: "x"))
    }
    try await server.close()
  }
}
