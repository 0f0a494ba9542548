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
