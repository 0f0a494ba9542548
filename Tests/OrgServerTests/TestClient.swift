import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import OrgModel
import Testing

@testable import OrgServer

/// Speaks HTTP to a server of the test's own.
struct TestClient: Sendable {
  struct Answer: Sendable {
    let status: Int
    let headers: [String: String]
    let text: String

    var json: JSON { (try? JSON(utf8: Array(text.utf8))) ?? .null }
    /// The code of Salesforce's error.
    var errorCode: String? { json.array?.first?["errorCode"]?.string }
    var id: String? { json["id"]?.string }
  }

  let address: String
  var token: String?
  var http = HTTPClient.shared
  /// Where the REST API is.
  let data = "/services/data/v60.0"

  func send(
    _ method: String, _ path: String, _ body: JSON? = nil, text: String? = nil, headers: [String: String] = [:]
  ) async throws -> Answer {
    var request = HTTPClientRequest(url: address + path)
    request.method = HTTPMethod(rawValue: method)
    if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
    // The client would ask for compression by itself, and take it for an attack where text repeats itself.
    request.headers.add(name: "Accept-Encoding", value: "identity")
    for (name, value) in headers { request.headers.replaceOrAdd(name: name, value: value) }
    if let bytes = text.map({ Array($0.utf8) }) ?? body?.utf8 { request.body = .bytes(ByteBuffer(bytes: bytes)) }
    let response = try await http.execute(request, timeout: .seconds(30))
    let content = try await response.body.collect(upTo: 64 * 1024 * 1024)
    return Answer(
      status: Int(response.status.code),
      headers: Dictionary(
        response.headers.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first }),
      text: String(buffer: content))
  }

  /// A request below `/services/data/v60.0`.
  func api(_ method: String, _ path: String, _ body: JSON? = nil, headers: [String: String] = [:]) async throws
    -> Answer
  {
    try await send(method, "\(data)/\(path)", body, headers: headers)
  }

  func query(_ soql: String, all: Bool = false, headers: [String: String] = [:]) async throws -> Answer {
    try await api("GET", "\(all ? "queryAll" : "query")?q=\(try encoded(soql))", headers: headers)
  }

  func token(_ form: [String: String]) async throws -> Answer {
    let fields = try form.map { "\($0.key)=\(try encoded($0.value))" }.joined(separator: "&")
    return try await send(
      "POST", "/services/oauth2/token", text: fields, headers: ["Content-Type": "application/x-www-form-urlencoded"])
  }

  /// One streaming request; the replies.
  func bayeux(_ messages: JSON...) async throws -> [JSON] {
    try await send("POST", "/cometd/60.0", .array(messages)).json.array ?? []
  }

  func encoded(_ text: String) throws -> String {
    try #require(text.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
  }
}

/// A server on a free port, and a client that is logged in as the rep; stopped at the end.
func withServer(
  tasks: Int = 48, lifetime: Int = 7200, holdMilliseconds: Int = 110_000,
  _ body: @Sendable (OrgServer, TestClient, TestClock) async throws -> Void
) async throws {
  let clock = TestClock()
  let server = OrgServer(
    configuration: .init(
      accessTokenLifetime: lifetime, tokenSeed: 1, connectHoldMilliseconds: holdMilliseconds, now: { clock.now })
  ) { now in
    Org.demo(tasks: tasks, seed: 1, now: now, timeZone: .gmt)
  }
  let address = try await server.start()
  do {
    let session = try await server.openSession(for: DemoUser.rep.username)
    try await body(server, TestClient(address: address, token: session.accessToken), clock)
  } catch {
    await server.stop()
    throw error
  }
  await server.stop()
}
