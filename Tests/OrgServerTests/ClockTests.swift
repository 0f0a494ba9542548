import Foundation
import OrgModel
import Testing

@testable import OrgServer

struct ClockTests {
  @Test("The org's clock is set, advanced, moved and frozen")
  func clock() async throws {
    try await withServer { _, rep, clock throws in
      func set(_ body: JSON) async throws -> JSON? {
        try await rep.send("POST", "/simulator/clock", body).json["now"]
      }
      #expect(try await rep.send("GET", "/simulator/clock").json["now"] == "2026-11-25T09:30:00.000Z")
      #expect(try await set(["now": "2026-12-24T08:00:00Z"]) == "2026-12-24T08:00:00.000Z")
      #expect(try await set(["advance": "PT15M"]) == "2026-12-24T08:15:00.000Z")
      #expect(try await set(["advance": 90]) == "2026-12-24T08:16:30.000Z")
      clock.advance(seconds: 30)
      #expect(try await set([:]) == "2026-12-24T08:17:00.000Z")
      #expect(try await set(["freeze": true]) == "2026-12-24T08:17:00.000Z")
      clock.advance(seconds: 30)
      #expect(try await set([:]) == "2026-12-24T08:17:00.000Z")
      #expect(try await set(["advance": "-P1D"]) == "2026-12-23T08:17:00.000Z")
      #expect(try await set(["freeze": false]) == "2026-12-23T08:17:00.000Z")
      clock.advance(seconds: 30)
      #expect(try await set([:]) == "2026-12-23T08:17:30.000Z")
      // The host's clock stands at 09:31:30.
      #expect(try await set(["offset": -3600]) == "2026-11-25T08:31:30.000Z")
    }
  }

  @Test("Stamps, the Date header, date literals and tokens go by the org's clock")
  func followers() async throws {
    try await withServer { _, rep, _ in
      _ = try await rep.send("POST", "/simulator/clock", ["advance": "PT1H"])
      let created = try await rep.api("POST", "sobjects/Task", ["Subject": "later", "ActivityDate": "2026-11-26"])
      #expect(created.headers["date"] == "Wed, 25 Nov 2026 10:30:00 GMT")
      let id = try #require(created.id)
      let stamp = try await rep.api("GET", "sobjects/Task/\(id)?fields=SystemModstamp").json["SystemModstamp"]
      #expect(stamp == "2026-11-25T10:30:00.000+0000")
      func isDueToday() async throws -> JSON? {
        try await rep.query("SELECT COUNT() FROM Task WHERE Id = '\(id)' AND ActivityDate = TODAY").json["totalSize"]
      }
      #expect(try await isDueToday() == 0)
      _ = try await rep.send("POST", "/simulator/clock", ["now": "2026-11-26T00:00:00Z"])
      #expect(try await rep.api("GET", "limits").errorCode == "INVALID_SESSION_ID")
    }
  }

  @Test("The colleague makes up for the time that the clock was advanced by, at the times that he would have had")
  func colleague() async throws {
    try await withServer { server, rep, _ in
      _ = try await rep.send("POST", "/simulator/colleague", ["action": "start", "seconds": 600])
      _ = try await rep.send("POST", "/simulator/clock", ["advance": "PT35M"])
      let times = await server.change { $0.events().map(\.date.zulu) }
      #expect(times == ["2026-11-25T09:40:00.000Z", "2026-11-25T09:50:00.000Z", "2026-11-25T10:00:00.000Z"])
    }
  }

  @Test("What the colleague did in the time that the clock was advanced by is archived and purged as of the new time")
  func houseKept() async throws {
    try await withServer { server, rep, clock in
      _ = try await rep.send("POST", "/simulator/colleague", ["action": "start", "seconds": 3600])
      _ = try await rep.send("POST", "/simulator/clock", ["advance": "P40D"])
      let limit = clock.now.addingTimeInterval(25 * 86_400)
      let (deleted, old) = await server.change { org in
        let bin = org.all("Task").filter(\.isDeleted)
        return (bin.count, bin.count { $0.systemModstamp.date < limit })
      }
      #expect(deleted > 0)
      #expect(old == 0)
    }
  }

  @Test(
    "What is no time is refused",
    arguments: [
      "{\"now\": \"tomorrow\"}", "{\"advance\": \"1 hour\"}", "{\"advance\": 1e300}", "{\"offset\": \"x\"}",
      "{\"freeze\": 1}", "{\"now\": \"0001-01-01T00:00:00Z\"}", "{\"tick\": 1}", "[]", "{\"advance\": \"P9999999D\"}",
    ])
  func mistakes(text: String) async throws {
    try await withServer { _, rep, _ in
      let answer = try await rep.send("POST", "/simulator/clock", text: text)
      #expect(answer.status == 400)
      #expect(try await rep.send("GET", "/simulator/clock").json["now"] == "2026-11-25T09:30:00.000Z")
    }
  }

  @Test("A server can begin at a time of its own, with a clock that stands still")
  func start() async throws {
    var configuration = OrgServer.Configuration()
    configuration.startTime = Date(timeIntervalSince1970: 1_800_000_000)
    configuration.isClockFrozen = true
    let server = OrgServer(configuration: configuration) { Org.demo(now: $0, timeZone: .gmt) }
    let client = TestClient(address: try await server.start())
    let clock = try await client.send("GET", "/simulator/clock").json
    #expect(clock["now"] == "2027-01-15T08:00:00.000Z")
    #expect(clock["frozen"] == true)
    await server.stop()
  }

  @Test(
    "Durations are read as ISO 8601 writes them",
    arguments: [
      ("PT15M", 900), ("P1D", 86_400), ("P1DT2H30M", 95_400), ("-PT5M", -300), ("PT0.5S", 0.5), ("P2W", 1_209_600),
      ("PT", nil), ("P", nil), ("P1Y", nil), ("15M", nil), ("PT1D", nil), ("P1H", nil), ("PTM", nil), ("PT1.2.3S", nil),
    ] as [(String, Double?)])
  func durations(text: String, seconds: Double?) {
    #expect(ISODuration.seconds(text) == seconds)
  }
}
