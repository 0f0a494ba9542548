import OrgModel
import Testing

@testable import OrgServer

struct JournalTests {
  @Test("The log tells who asked for what, and keeps no secret")
  func log() async throws {
    try await withServer { _, rep, _ in
      let id = try #require(try await rep.api("POST", "sobjects/Task", ["Subject": "one more"]).id)
      _ = try await rep.api("GET", "sobjects/Task/\(id)?fields=Id")
      let stranger = TestClient(address: rep.address)
      _ = try await stranger.send("GET", "/services/oauth2/revoke?token=\(rep.token ?? "")")
      let answer = try await stranger.send("GET", "/simulator/requests")
      #expect(!answer.text.contains(rep.token ?? "?"))
      let log = try #require(answer.json["log"]?.array)
      #expect(log.map { $0["number"] } == [1, 2, 3])
      #expect(log.map { $0["user"] } == ["rep@demo.example", "rep@demo.example", .null])
      #expect(log.first?["received"] == 22)
      #expect(log.first?["status"] == 201)
      #expect(log.map { $0["query"] } == ["", "fields=Id", "token=…"])
      #expect(log.allSatisfy { $0["milliseconds"]?.double ?? -1 >= 0 && $0["sent"]?.integer != nil })
      let name = "/services/data/{version}/sobjects/Task/{id}"
      let route = answer.json["routes"]?.array?.first { $0["path"] == .string(name) }
      #expect(route?["method"] == "GET")
      #expect(route?["count"] == 1)
      func numbers(_ query: String) async throws -> [Int]? {
        try await stranger.send("GET", "/simulator/requests?\(query)").json["log"]?.array?
          .compactMap {
            $0["number"]?.integer
          }
      }
      #expect(try await numbers("since=2&path=/services/**") == [3])
      #expect(try await numbers("method=post&path=/services/**") == [1])
      #expect(try await numbers("user=rep@demo.example&limit=1") == [2])
      #expect(try await stranger.send("GET", "/simulator/requests?since=x").status == 400)
      #expect(try await stranger.send("DELETE", "/simulator/requests").status == 204)
      #expect(try await stranger.send("GET", "/simulator/requests").json["total"] == 1)
    }
  }

  @Test(
    "Requests of one kind have one name",
    arguments: [
      ("/services/data/v67.0/sobjects/Task/00T4x000004OqvpEAC", "/services/data/{version}/sobjects/Task/{id}"),
      ("/services/data/v67.0/query/01g4x000004OqvpEAC-2000", "/services/data/{version}/query/{locator}"),
      ("/services/data/v67.0/sobjects/Task/Key__c/abc", "/services/data/{version}/sobjects/Task/Key__c/{value}"),
      ("/services/data", "/services/data"), ("/services/data/vX/recordTypeInfos", "/services/data/vX/recordTypeInfos"),
      ("/cometd/67.0", "/cometd/67.0"), ("", ""), ("/", "/"),
    ])
  func routes(path: String, name: String) {
    #expect(RequestRoute.name(of: path) == name)
  }

  @Test("What a client makes up as it goes does not fill the journal")
  func bounded() {
    var journal = RequestJournal()
    for number in 0..<3000 {
      let long = String(repeating: "x", count: 3000)
      let request = HTTPCall(method: "GET", target: "/\(number)/\(long)?q=\(long)", headers: [:], body: [])
      let entry = RequestJournal.Entry(
        HTTPReply(answer: HTTPAnswer()), to: request, sent: 0, after: .zero, at: Timestamp(milliseconds: 0))
      journal.note(entry)
    }
    #expect(journal.countsByName.count == 1001)
    #expect(journal.countsByName["* other"] == 2000)
    let json = journal.json(limit: 1)
    #expect(json["total"] == 3000)
    #expect(json["routes"]?.array?.count == 1001)
    #expect(json["log"]?.array?.first?["path"]?.string?.count == 1001)
    #expect(json["log"]?.array?.first?["query"]?.string?.count == 1001)
  }

  @Test("The simulator lists its own endpoints and says what the org holds")
  func lists() async throws {
    try await withServer { _, rep, _ in
      let controls = try await rep.send("GET", "/simulator/").json["controls"]?.array ?? []
      #expect(controls.count == ControlRoute.all.count)
      #expect(controls.allSatisfy { $0["summary"]?.string?.isEmpty == false })
      let org = try await rep.send("GET", "/simulator/org").json
      #expect(org["objects"]?["Task"]?["records"] == 48)
      #expect(org["objects"]?["Task"]?["deleted"] == 0)
    }
  }

  @Test("A reset can make another org, removes the faults, and leaves the clock")
  func reset() async throws {
    try await withServer { _, rep, _ in
      _ = try await rep.send("POST", "/simulator/clock", ["advance": "PT1H"])
      _ = try await rep.send("POST", "/simulator/faults", ["kind": "html", "times": "always"])
      #expect(try await rep.send("POST", "/simulator/reset", ["tasks": 7, "seed": 3]).status == 200)
      #expect(try await rep.query("SELECT COUNT() FROM Task").json["totalSize"] == 7)
      #expect(try await rep.send("GET", "/simulator/clock").json["now"] == "2026-11-25T10:30:00.000Z")
      #expect(try await rep.send("POST", "/simulator/reset").status == 200)
      #expect(try await rep.query("SELECT COUNT() FROM Task").json["totalSize"] == 48)
      #expect(try await rep.send("POST", "/simulator/reset", ["tasks": -1]).status == 400)
    }
  }
}
