import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import OrgModel
import Testing

@testable import OrgServer

struct RequestTests {
  @Test("A method that a resource does not have is refused with those that it has")
  func methods() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let answer = try await rep.api("PATCH", "sobjects/Task", [:])
      #expect(answer.status == 405)
      #expect(
        answer.json.array?.first?["message"] == "HTTP Method 'PATCH' not allowed. Allowed are HEAD,GET,POST")
      #expect(answer.headers["allow"] == "HEAD,GET,POST")
    }
  }

  @Test("A client that can only post names the method in the query")
  func methodInQuery() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let id = try #require(try await rep.api("POST", "sobjects/Task", ["Subject": "one"]).id)
      #expect(try await rep.api("POST", "sobjects/Task/\(id)?_HttpMethod=PATCH", ["Subject": "two"]).status == 204)
      #expect(try await rep.api("GET", "sobjects/Task/\(id)?fields=Subject").json["Subject"] == "two")
    }
  }

  @Test("A value of the wrong type is told with its place")
  func wrongType() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let text = "{\"Subject\": \"x\",\n \"ActivityDate\": \"soon\"}"
      let answer = try await rep.send("POST", "\(rep.data)/sobjects/Task", text: text)
      #expect(
        answer.json.array?.first?["message"]
          == .string(
            "Cannot deserialize instance of date from VALUE_STRING value soon or request may be missing a required field "
              + "at [line:2, column:18]"))
      let list = try await rep.send("POST", "\(rep.data)/sobjects/Task", text: "[1]")
      #expect(
        list.json.array?.first?["message"] == "Can not deserialize Task: unexpected array at [line:1, column:1]")
    }
  }

  @Test(
    "What this org does not speak is refused",
    arguments: [
      ("POST", "sobjects/Task", ["Content-Type": "application/x-www-form-urlencoded"], 415, "UNSUPPORTED_MEDIA_TYPE"),
      ("GET", "limits", ["Accept": "application/xml"], 406, "NOT_ACCEPTABLE"),
      ("GET", "limits.xml", [:], 406, "NOT_ACCEPTABLE"),
    ])
  func media(method: String, path: String, headers: [String: String], status: Int, code: String) async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let answer = try await rep.api(method, path, method == "POST" ? ["Subject": "x"] : nil, headers: headers)
      #expect(answer.status == status)
      #expect(answer.errorCode == code)
    }
  }

  @Test("Lines of a header that come one by one count together")
  func repeatedHeaders() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let connection = try RawConnection(to: rep.address)
      try connection.write(
        "GET /services/data/v60.0/limits HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(rep.token ?? "")\r\n"
          + "Accept: application/json\r\nAccept: application/xml\r\nConnection: close\r\n\r\n")
      #expect(try await connection.readToEnd().hasPrefix("HTTP/1.1 200"))
    }
  }

  @Test("JSON is taken and given however the client names it")
  func json() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      #expect(try await rep.api("GET", "sobjects/Task/describe.json").status == 200)
      #expect(try await rep.api("GET", "limits/", headers: ["Accept": "text/html, */*;q=0.1"]).status == 200)
      let created = try await rep.api(
        "POST", "sobjects/Task", ["Subject": "x"], headers: ["Content-Type": "Application/JSON; charset=UTF-8"])
      #expect(created.status == 201)
    }
  }

  @Test(
    "A version that is not served is not found, and a retired one is gone",
    arguments: [("v57.0", 404), ("v99.0", 404), ("vfoo", 404), ("60.0", 404), ("v20.0", 410)])
  func versions(version: String, status: Int) async throws {
    try await withServer(tasks: 0) { _, rep, _ throws in
      #expect(try await rep.send("GET", "/services/data/\(version)/limits").status == status)
    }
  }

  @Test("An org that has had its requests of the day refuses more, until the first are a day old")
  func limit() async throws {
    let clock = TestClock()
    var state = OrgState(
      org: Org.demo(tasks: 0, seed: 1, now: clock.now, timeZone: .gmt), accessTokenLifetime: 1_000_000, tokenSeed: 1,
      address: "http://localhost")
    state.dailyRequestLimit = 3
    let rep = try #require(DemoUser.rep.id(in: state.org))
    let token = state.sessions.logIn(rep, client: nil, scopes: [], to: state.org.id, at: Timestamp(clock.now)).token
    let request = HTTPCall(
      method: "GET", target: "/services/data/v60.0/limits", headers: ["authorization": "Bearer \(token)"], body: [])
    func status() -> Int? {
      guard case .answer(let answer) = state.outcome(of: request, at: Timestamp(clock.now)) else { return nil }
      return answer.status
    }
    #expect((0..<4).map { _ in status() } == [200, 200, 200, 403])
    clock.advance(seconds: 86_400 - 60)
    #expect(status() == 403)
    clock.advance(seconds: 60)
    #expect((0..<4).map { _ in status() } == [200, 200, 200, 403])
  }

  @Test("What a user made or changed last comes first among his recent items")
  func recent() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let first = try #require(try await rep.api("POST", "sobjects/Task", ["Subject": "one"]).id)
      let second = try #require(try await rep.api("POST", "sobjects/Account", ["Name": "Acme"]).id)
      _ = try await rep.api("PATCH", "sobjects/Task/\(first)", ["Subject": "two"])
      let recent = try await rep.api("GET", "recent")
      #expect(recent.json.array?.map { $0["Id"]?.string } == [first, second])
      #expect(recent.json.array?.first?["Subject"] == "two")
      #expect(try await rep.api("GET", "recent?limit=1").json.array?.count == 1)
      #expect(try await rep.api("GET", "recent?limit=x").status == 400)
      let items = try await rep.api("GET", "sobjects/Account").json["recentItems"]?.array
      #expect(items?.map { $0["Name"] } == ["Acme"])
    }
  }

  @Test("A change says from which client it came")
  func origin() async throws {
    try await withServer(tasks: 0) { server, rep, _ in
      _ = try await rep.api(
        "POST", "sobjects/Task", ["Subject": "x"], headers: ["Sforce-Call-Options": "client=Command Center; other=1"])
      _ = try await rep.api("POST", "sobjects/Task", ["Subject": "y"])
      let origins = await server.change { org in org.events(after: 0).suffix(2).map(\.origin) }
      #expect(origins == ["com/salesforce/api/rest/60.0;client=Command Center", "com/salesforce/api/rest/60.0"])
    }
  }

  @Test("Answers are compressed for those who ask for it, and compressed bodies are read")
  func gzip() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let plain = try await rep.api("GET", "sobjects/Task/describe")
      let packed = try await rep.api("GET", "sobjects/Task/describe", headers: ["Accept-Encoding": "gzip"])
      #expect(packed.headers["content-encoding"] == "gzip")
      #expect(plain.headers["content-encoding"] == nil)
      let small = try await rep.api("GET", "recent", headers: ["Accept-Encoding": "gzip"])
      #expect(small.headers["content-encoding"] == nil)
      let head = try await rep.api("HEAD", "sobjects/Task/describe", headers: ["Accept-Encoding": "gzip"])
      #expect(head.headers["content-encoding"] == nil)

      // {"Subject": "packed"}
      let body = try #require(
        Data(base64Encoded: "H4sIAAAAAAACA6tWCi5NykpNLlGyUlAqSEzOTk1RqgUAnTxcUBUAAAA="))
      let created = try await send(Array(body), to: rep)
      #expect(created.0 == 201)
      let broken = try await send(Array("not gzip at all".utf8), to: rep)
      #expect(broken.0 == 400)
      #expect(broken.1.contains("JSON_PARSER_ERROR"))
      #expect(try await rep.api("GET", "limits").status == 200)
    }
  }

  private func send(_ body: [UInt8], to rep: TestClient) async throws -> (Int, String) {
    var request = HTTPClientRequest(url: "\(rep.address)\(rep.data)/sobjects/Task")
    request.method = .POST
    request.headers.add(name: "Authorization", value: "Bearer \(rep.token ?? "")")
    request.headers.add(name: "Content-Encoding", value: "gzip")
    request.body = .bytes(ByteBuffer(bytes: body))
    let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
    return (Int(response.status.code), String(buffer: try await response.body.collect(upTo: 1 << 20)))
  }
}
