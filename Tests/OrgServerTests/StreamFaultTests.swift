import OrgModel
import Testing

@testable import OrgServer

struct StreamFaultTests {
  @Test(
    "Events can be lost, doubled or late, for every subscriber alike",
    arguments: [
      (["kind": "lose"], ["two", "three"]), (["kind": "lose", "count": 2], ["three"]),
      (["kind": "double", "channel": "/topic/Mine"], ["one", "one", "two", "three"]),
      (["kind": "delay"], ["two", "one", "three"]), (["kind": "delay", "count": 2], ["three", "one", "two"]),
      (["kind": "lose", "channel": "/data/ChangeEvents"], ["one", "two", "three"]),
    ] as [(JSON, [String])])
  func events(fault: JSON, subjects: [String]) async throws {
    try await withServer { _, rep, _ in
      let clients = [try await rep.join(), try await rep.join()]
      for client in clients { _ = try await rep.bayeux(.subscribe(client)) }
      #expect(try await rep.send("POST", "/simulator/streaming/faults", fault).status == 200)
      for subject in ["one", "two", "three"] {
        _ = try await rep.api("POST", "sobjects/Task", ["Subject": .string(subject)])
      }
      for client in clients {
        #expect(try await rep.events(client).compactMap { $0["sobject"]?["Subject"]?.string } == subjects)
      }
    }
  }

  @Test("A lost event does not end a connect that waits")
  func lostSilently() async throws {
    try await withServer { _, rep, _ in
      let client = try await rep.join()
      _ = try await rep.bayeux(.subscribe(client))
      _ = try await rep.send("POST", "/simulator/streaming/faults", ["kind": "lose"])
      async let waiting = rep.bayeux(.connect(client))
      for subject in ["lost", "heard"] {
        _ = try await rep.api("POST", "sobjects/Task", ["Subject": .string(subject)])
      }
      #expect(try await waiting.first?["data"]?["sobject"]?["Subject"] == "heard")
    }
  }

  @Test("A handshake can be refused for any reason, as often as asked")
  func refusedHandshake() async throws {
    try await withServer { _, rep, _ in
      _ = try await rep.send("POST", "/simulator/streaming/faults", ["kind": "refuse", "count": 2])
      for _ in 0..<2 {
        let reply = try await rep.bayeux(.handshake).first
        #expect(reply?["error"] == "403::Handshake denied")
        #expect(
          reply?["ext"]?["sfdc"]?["failureReason"]
            == "503::Server is too busy. Please try your request again later.")
        #expect(reply?["advice"] == ["reconnect": "none"])
      }
      #expect(try await rep.bayeux(.handshake).first?["successful"] == true)
      _ = try await rep.send("POST", "/simulator/streaming/faults", ["kind": "refuse", "count": 9])
      #expect(try await rep.send("DELETE", "/simulator/streaming/faults").status == 204)
      #expect(try await rep.bayeux(.handshake).first?["successful"] == true)
    }
  }

  @Test("More clients than the limit allows are refused until one leaves")
  func clientLimit() async throws {
    try await withServer { _, rep, clock in
      let first = try await rep.join()
      _ = try await rep.send("PATCH", "/simulator/streaming", ["clientLimit": 1])
      let refused = try await rep.bayeux(.handshake).first
      #expect(refused?["error"] == "403::Handshake denied")
      #expect(refused?["ext"]?["sfdc"]?["failureReason"] == "403::Organization concurrent user limit exceeded")
      _ = try await rep.bayeux(["channel": "/meta/disconnect", "clientId": .string(first)])
      #expect(try await rep.bayeux(.handshake).first?["successful"] == true)
      clock.advance(seconds: 111)
      #expect(try await rep.bayeux(.handshake).first?["successful"] == true)
    }
  }

  @Test("When the events of the day are used up, subscribers are turned away until a day has passed")
  func deliveryLimit() async throws {
    let error: JSON = "403::Organization total events daily limit exceeded"
    try await withServer(lifetime: 1_000_000) { _, rep, clock in
      let client = try await rep.join()
      _ = try await rep.bayeux(.subscribe(client))
      _ = try await rep.send("PATCH", "/simulator/streaming", ["deliveryLimit": 1])
      _ = try await rep.api("POST", "sobjects/Task", ["Subject": "x"])
      #expect(try await rep.events(client).count == 1)
      let next = try #require(try await rep.bayeux(.handshake).first?["clientId"]?.string)
      #expect(try await rep.bayeux(.subscribe(next)).first?["error"] == error)
      #expect(try await rep.bayeux(.connect(client)).first?["error"] == error)
      #expect(try await rep.bayeux(.connect(client)).first?["error"] == "403::Unknown client")
      clock.advance(seconds: 24 * 3600)
      let later = try await rep.join()
      #expect(try await rep.bayeux(.subscribe(later)).first?["successful"] == true)
    }
  }

  @Test("The limits resource tells what streaming has used")
  func limits() async throws {
    try await withServer { _, rep, _ in
      let client = try await rep.join()
      _ = try await rep.bayeux(.subscribe(client))
      _ = try await rep.send("PATCH", "/simulator/streaming", ["deliveryLimit": 10, "clientLimit": 5])
      _ = try await rep.api("POST", "sobjects/Task", ["Subject": "x"])
      #expect(try await rep.events(client).count == 1)
      let limits = try await rep.api("GET", "limits").json
      #expect(limits["DailyDurableStreamingApiEvents"] == ["Max": 10, "Remaining": 9])
      #expect(limits["DurableStreamingApiConcurrentClients"] == ["Max": 5, "Remaining": 4])
    }
  }

  @Test("Events that are no longer kept cannot be replayed")
  func expire() async throws {
    try await withServer { _, rep, _ in
      let client = try await rep.join()
      for _ in 0..<2 { _ = try await rep.api("POST", "sobjects/Task", ["Subject": "x"]) }
      #expect(try await rep.bayeux(.subscribe(client, from: 1)).first?["successful"] == true)
      #expect(try await rep.send("POST", "/simulator/streaming/expire").status == 204)
      let reply = try await rep.bayeux(.subscribe(client, from: 1)).first
      #expect(reply?["error"]?.string?.hasPrefix("400::The replayId {1} you provided was invalid.") == true)
      #expect(try await rep.bayeux(.subscribe(client, from: -2)).first?["successful"] == true)
      #expect(try await rep.events(client).isEmpty)
    }
  }

  @Test("Connects that wait can be let go, and clients forgotten")
  func release() async throws {
    try await withServer { server, rep, _ in
      let client = try await rep.join()
      for (control, error) in [("release", nil), ("forget", "403::Unknown client")] {
        async let waiting = rep.bayeux(.connect(client))
        // The connect waits once it has put off the time at which the client is forgotten.
        var isHeld = false
        while !isHeld {
          let clients = try await rep.send("GET", "/simulator/streaming").json["clients"]?.array
          isHeld = clients?.first?["expires"] == "2026-11-25T09:33:40.000+0000"
        }
        #expect(try await rep.send("POST", "/simulator/streaming/\(control)").status == 204)
        #expect(try await waiting.first?["error"]?.string == error)
      }
    }
  }

  @Test("Other advice reaches a client with its next connect")
  func advice() async throws {
    try await withServer { _, rep, _ in
      let client = try await rep.join()
      let advice: JSON = ["interval": 5000, "reconnect": "handshake", "timeout": 2000]
      let changed = try await rep.send("PATCH", "/simulator/streaming", ["advice": advice])
      #expect(changed.json["advice"] == advice)
      #expect(try await rep.bayeux(.connect(client)).first?["advice"] == advice)
    }
  }

  @Test("A gap is told to those who hear change events")
  func gap() async throws {
    try await withServer { server, rep, _ in
      let admin = try await rep.login(DemoUser.admin.username, at: server)
      let client = try await admin.join()
      _ = try await admin.bayeux(.subscribe(client, to: "/data/ChangeEvents"))
      let id = try #require(try await rep.query("SELECT Id FROM Task LIMIT 1").json["records"]?.array?.first?["Id"])
      for gap in [
        ["changeType": "GAP_DELETE", "recordIds": [id]], ["changeType": "GAP_OVERFLOW", "entityName": "Task"],
      ] as [JSON] {
        #expect(try await rep.send("POST", "/simulator/streaming/gap", gap).status == 200)
      }
      let headers = try await admin.events(client).map { $0["payload"]?["ChangeEventHeader"] }
      #expect(headers.map { $0?["changeType"] } == ["GAP_DELETE", "GAP_OVERFLOW"])
      #expect(headers.map { $0?["recordIds"] } == [[id], ["000000000000000AAA"]])
    }
  }

  @Test(
    "A gap that makes no sense is refused with what is allowed",
    arguments: [
      "{}", "[]", "{\"changeType\": \"GAP\"}", "{\"changeType\": \"GAP_UPDATE\"}",
      "{\"changeType\": \"GAP_UPDATE\", \"recordIds\": []}", "{\"changeType\": \"GAP_UPDATE\", \"recordIds\": [7]}",
      "{\"changeType\": \"GAP_UPDATE\", \"recordIds\": [\"x\"]}", "{\"changeType\": \"GAP_OVERFLOW\"}",
      "{\"changeType\": \"GAP_OVERFLOW\", \"entityName\": \"PushTopic\"}",
      "{\"changeType\": \"GAP_OVERFLOW\", \"entityName\": \"Task\", \"recordIds\": []}",
    ])
  func badGap(text: String) async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let answer = try await rep.send("POST", "/simulator/streaming/gap", text: text)
      #expect(answer.status == 400)
      #expect(answer.json.array?.first?["message"]?.string?.contains("docs/org-simulator.md") == true)
    }
  }

  @Test("The list of clients names their users, channels and places")
  func clients() async throws {
    try await withServer { _, rep, _ in
      let client = try await rep.join()
      _ = try await rep.bayeux(.subscribe(client))
      let listed = try await rep.send("GET", "/simulator/streaming").json
      #expect(listed["clients"]?.array?.first?["clientId"] == .string(client))
      #expect(listed["clients"]?.array?.first?["user"] == .string(DemoUser.rep.username))
      let position = try #require(listed["lastReplayId"])
      #expect(
        listed["clients"]?.array?.first?["subscriptions"] == [["channel": "/topic/Mine", "position": position]])
    }
  }

  @Test(
    "A control that makes no sense is refused with what it can be",
    arguments: [
      ("PATCH", "streaming", ["clientLimit": -1]), ("PATCH", "streaming", ["advice": ["reconnect": "never"]]),
      ("PATCH", "streaming", ["changeDataCapture": ["Nonsense"]]), ("PATCH", "streaming", ["nonsense": true]),
      ("POST", "streaming/faults", ["kind": "nonsense"]), ("POST", "streaming/faults", ["kind": "lose", "count": 0]),
      ("POST", "streaming/gap", [:]), ("POST", "streaming/gap", ["changeType": "GAP_UPDATE", "recordIds": ["x"]]),
      ("POST", "streaming/gap", ["changeType": "GAP_OVERFLOW", "entityName": "Nonsense"]),
    ] as [(String, String, JSON)])
  func nonsense(method: String, path: String, body: JSON) async throws {
    try await withServer { _, rep, _ in
      let answer = try await rep.send(method, "/simulator/\(path)", body)
      #expect(answer.status == 400)
    }
  }
}
