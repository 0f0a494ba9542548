import Foundation
import OrgModel
import Testing

@testable import OrgServer

struct ControlTests {
  @Test("A reset puts the org back, and the log tells what was asked")
  func reset() async throws {
    try await withServer { server, rep, _ in
      _ = try await rep.api("POST", "sobjects/Task", ["Subject": "one more"])
      #expect(try await rep.query("SELECT COUNT() FROM Task").json["totalSize"] == 49)
      let log = try await rep.send("GET", "/simulator/requests").json
      let counts = log["counts"]?.array ?? []
      #expect(counts.contains(["count": 1, "method": "POST", "path": .string("\(rep.data)/sobjects/Task")]))
      #expect(await server.requestCounts()["GET \(rep.data)/query"] == 1)
      #expect(try await rep.send("POST", "/simulator/reset").status == 200)
      #expect(try await rep.query("SELECT COUNT() FROM Task").json["totalSize"] == 48)
    }
  }

  @Test("A reset undoes every setting, ends the wait of requests, and logs out users who are no more")
  func resetAll() async throws {
    try await withServer(lifetime: 7200) { server, rep, clock in
      let (fresh, streaming) = (try await settings(rep), try await rep.send("GET", "/simulator/streaming").json)
      for (method, path, body) in [
        ("POST", "limits", ["dailyApiRequests": 7]), ("PUT", "connected-apps/restriction", ["restricted": true]),
        ("POST", "connected-apps", ["clientId": "mine"]), ("POST", "sessions/lifetime", ["seconds": 60]),
        ("PATCH", "streaming", ["clientLimit": 1, "advice": ["timeout": 5]]),
        ("POST", "users", ["username": "new@demo.example", "lastName": "New"]),
        ("POST", "colleague", ["action": "start", "seconds": 600]),
        ("POST", "faults", ["kind": "slow", "answerDelay": 600_000, "match": ["contains": "slow"]]),
      ] as [(String, String, JSON)] {
        #expect(try await rep.send(method, "/simulator/\(path)", body).status < 300)
      }
      let new = TestClient(
        address: rep.address, token: try await server.openSession(for: "new@demo.example").accessToken)
      #expect(try await new.api("GET", "limits").status == 200)
      async let slow = rep.api("GET", "limits?slow")
      while try await rep.send("GET", "/simulator/org").json["waitingRequests"] == 0 {}

      #expect(try await rep.send("POST", "/simulator/reset").status == 200)
      #expect(try await slow.status == 200)
      #expect(try await settings(rep) == fresh)
      #expect(try await rep.send("GET", "/simulator/streaming").json == streaming)
      #expect(try await new.api("GET", "limits").status == 401)
      _ = try await rep.send("POST", "/simulator/clock", ["advance": "PT1H"])
      #expect(await server.change { $0.events().isEmpty })
      #expect(try await rep.api("GET", "limits").status == 200)
      let session = try await server.openSession(for: DemoUser.rep.username)
      clock.advance(seconds: 61)
      let later = TestClient(address: rep.address, token: session.accessToken)
      #expect(try await later.api("GET", "limits").status == 200)
    }
  }

  private func settings(_ client: TestClient) async throws -> [JSON?] {
    [
      try await client.send("GET", "/simulator/connected-apps").json,
      try await client.send("GET", "/simulator/org").json["requestLimit"],
    ]
  }

  @Test("The colleague works when told to")
  func colleague() async throws {
    try await withServer { server, rep, clock in
      let answer = try await rep.send("POST", "/simulator/colleague", ["action": "step", "steps": 5])
      #expect(answer.json["changed"]?.array?.count == 5)
      let changes = await server.change { $0.lastReplayID }
      #expect(changes == 5)
      #expect(try await rep.send("POST", "/simulator/colleague", ["action": "start", "seconds": 60]).status == 200)
      #expect(try await rep.send("POST", "/simulator/colleague", ["action": "stop"]).status == 200)
      #expect(try await rep.send("POST", "/simulator/colleague", ["action": "dance"]).status == 400)
      #expect(try await rep.send("GET", "/simulator/nonsense").status == 404)
    }
  }

  @Test("The limit of API requests can be set")
  func limits() async throws {
    try await withServer { _, rep, _ in
      let limits = try await rep.send("POST", "/simulator/limits", ["dailyApiRequests": 100])
      #expect(limits.json["dailyApiRequests"] == 100)
      #expect(try await rep.api("GET", "limits").headers["sforce-limit-info"] == "api-usage=1/100")
      for path in ["/services/data", "/services/oauth2/userinfo", "/simulator/org", "/"] {
        #expect(try await rep.send("GET", path).headers["sforce-limit-info"] == nil)
      }
      #expect(try await rep.send("POST", "/simulator/limits", ["dailyApiRequests": -1]).status == 400)
    }
  }

  @Test("A start that is cancelled ends, and the server can be started again")
  func cancelledStart() async throws {
    let server = OrgServer { _ in Org(timeZone: .gmt) }
    let start = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await server.start()
    }
    await #expect(throws: OrgServerError.self) { try await start.value }
    _ = try await server.start()
    await server.stop()
  }

  @Test("A port that is taken is told")
  func portTaken() async throws {
    try await withServer { _, rep, _ in
      let port = try #require(Int(rep.address.split(separator: ":").last ?? ""))
      let second = OrgServer(configuration: .init(port: port)) { _ in Org(timeZone: .gmt) }
      await #expect(throws: OrgServerError.portInUse(port)) { try await second.start() }
    }
  }
}
