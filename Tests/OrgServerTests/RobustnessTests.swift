import Foundation
import OrgModel
import Testing

@testable import OrgServer

struct RobustnessTests {
  @Test(
    "Whatever comes over a connection is answered or ends it",
    arguments: [
      ("GET /services/data HTTP/1.0\r\n\r\n", "HTTP/1.1 200"),
      ("GET http://127.0.0.1:1/services/data HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 200"),
      ("HEAD /services/data HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 "),
      ("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 4"),
      ("GET /services/data/%zz%/%00%ff%c0%80?%=%&&== HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 4"),
      ("GET //services///data// HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 "),
      ("BREW /services/oauth2/token HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 400"),
      ("PROPFIND /services/data HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 405"),
      (
        "POST /services/oauth2/token HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
          + "5\r\ngrant\r\n6\r\n_type=\r\n0\r\n\r\n", "HTTP/1.1 400"
      ),
      (
        "POST /services/oauth2/token HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", ""
      ),
      ("POST /services/oauth2/token HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nshort", ""),
      ("POST /services/oauth2/token HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", "HTTP/1.1 400"),
      (
        "POST /services/oauth2/token HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\na=",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 400"
      ),
      (
        "POST /services/oauth2/token HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 99999999999\r\n\r\n",
        "HTTP/1.1 413"
      ),
      ("GET /services/data HTTP/1.1\r\nX: \(String(repeating: "x", count: 100_000))\r\n\r\n", "HTTP/1.1 400"),
      ("GET /\(String(repeating: "x", count: 50_000)) HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 404"),
      ("\u{16}\u{3}\u{1}\u{2}\u{0}", "HTTP/1.1 400"), ("", ""), ("GET", ""),
    ])
  func hostile(request: String, answer: String) async throws {
    try await withServer { _, rep, _ in
      let connection = try RawConnection(to: rep.address)
      try connection.write(request)
      connection.endWriting()
      let text = try await connection.readToEnd()
      #expect(text.hasPrefix(answer), "\(text.prefix(200))")
      #expect(try await rep.api("GET", "limits").status == 200)
    }
  }

  @Test("Requests that come one behind the other are answered in order")
  func pipelined() async throws {
    try await withServer { _, rep, _ in
      let connection = try RawConnection(to: rep.address)
      try connection.write(
        "GET /services/data HTTP/1.1\r\nHost: x\r\n\r\n" + "GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n"
          + "GET /simulator/clock HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
      let text = try await connection.readToEnd()
      let statuses = text.split(separator: "HTTP/1.1 ").map { $0.prefix(3) }
      #expect(statuses == ["200", "404", "200"])
    }
  }

  @Test("A body of 11 MB gets an answer, and the connection is good for the next request")
  func tooLarge() async throws {
    try await withServer { _, rep, _ in
      let text = "{\"Subject\": \"\(String(repeating: "x", count: 11_000_000))\"}"
      let answer = try await rep.send("POST", "\(rep.data)/sobjects/Task", text: text)
      #expect(answer.status == 413)
      #expect(answer.errorCode == "REQUEST_ENTITY_TOO_LARGE")
      #expect(try await rep.api("GET", "limits").status == 200)
    }
  }

  @Test("A connection on which nothing comes is closed", arguments: ["", "GET /services/data HTTP/1.1\r\nX-Slow: "])
  func idle(beginning: String) async throws {
    var configuration = OrgServer.Configuration()
    configuration.idleTimeout = .milliseconds(50)
    let server = OrgServer(configuration: configuration) { _ in Org(timeZone: .gmt) }
    let connection = try RawConnection(to: try await server.start())
    try connection.write(beginning)
    #expect(try await connection.readToEnd() == "")
    await server.stop()
  }

  @Test("A streaming client that goes while its connect is held is noticed, and hears later what it has missed")
  func gone() async throws {
    try await withServer { _, rep, _ in
      let client = try await StreamingListener.join(rep)
      func waiting() async throws -> Int? {
        try await rep.send("GET", "/simulator/org").json["waitingRequests"]?.integer
      }
      var connection: RawConnection? = try RawConnection(to: rep.address)
      let body = "{\"channel\":\"/meta/connect\",\"clientId\":\"\(client.id)\",\"connectionType\":\"long-polling\"}"
      try connection?
        .write(
          "POST /cometd/60.0 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(rep.token ?? "")\r\n"
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
      while try await waiting() == 0 {}
      connection = nil
      while try await waiting() == 1 {}
      let id = try #require(try await rep.api("POST", "sobjects/Task", ["Subject": "missed"]).id)
      #expect(try await client.connect() == [id])
    }
  }
}
