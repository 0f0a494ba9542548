import OrgModel
import Testing

@testable import OrgServer

struct FaultTests {
  /// Sets faults up; returns the Id of the first.
  @discardableResult
  private func setUp(_ faults: JSON, _ client: TestClient) async throws -> Int {
    let answer = try await client.send("POST", "/simulator/faults", faults)
    #expect(answer.status == 201, "\(answer.text)")
    return try #require(answer.json["faults"]?.array?.first?["id"]?.integer)
  }

  private func count(_ client: TestClient) async throws -> Int? {
    try await client.query("SELECT COUNT() FROM Task").json["totalSize"]?.integer
  }

  private let create: JSON = ["Subject": "one more"]

  @Test(
    "A connection that is lost leaves the task written or not, by when it was lost",
    arguments: [
      ("connection-lost-before", 48), ("connection-lost-after", 49), ("connection-lost-midway", 49),
    ])
  func lost(kind: String, tasks: Int) async throws {
    try await withServer { _, rep, _ in
      try await setUp(["kind": .string(kind), "match": ["method": "POST"]], rep)
      await #expect(throws: (any Error).self) { _ = try await rep.api("POST", "sobjects/Task", create) }
      #expect(try await count(rep) == tasks)
      #expect(try await rep.api("POST", "sobjects/Task", create).status == 201)
    }
  }

  @Test("A request that arrives twice is done twice, and the second answer is given")
  func duplicate() async throws {
    try await withServer { _, rep, _ in
      try await setUp(["kind": "duplicate", "match": ["path": "/services/data/*/sobjects/Task/**"]], rep)
      let id = try #require(try await rep.api("POST", "sobjects/Task", create).id)
      #expect(try await count(rep) == 50)
      try await setUp(["kind": "duplicate", "match": ["method": "DELETE"]], rep)
      #expect(try await rep.api("DELETE", "sobjects/Task/\(id)").errorCode == "ENTITY_IS_DELETED")
    }
  }

  @Test(
    "An error that Salesforce gives for reasons of its own has its status, code and sentence",
    arguments: FaultKind.errors)
  func errors(code: ErrorCode, message: String) async throws {
    try await withServer { _, rep, _ in
      try await setUp(["kind": .string(code.rawValue), "answer": ["headers": ["Retry-After": "7"]]], rep)
      let answer = try await rep.api("POST", "sobjects/Task", create)
      #expect(answer.status == code.status)
      #expect(answer.errorCode == code.rawValue)
      #expect(answer.json.array?.first?["message"] == .string(message))
      #expect(answer.headers["retry-after"] == "7")
      #expect(try await count(rep) == 48)
    }
  }

  @Test(
    "The login can be refused", arguments: ["login-refused", "inactive-user", "inactive-organization", "ip-restricted"])
  func login(kind: String) async throws {
    try await withServer { _, rep, _ in
      try await setUp(["kind": .string(kind)], rep)
      let form = ["grant_type": "password", "client_id": "x", "username": DemoUser.rep.username, "password": "demo"]
      let refused = try await rep.token(form)
      #expect(refused.status == 400)
      #expect(refused.json["error"] == "invalid_grant")
      #expect(try await rep.token(form).status == 200)
    }
  }

  @Test("An answer can be something else than Salesforce's")
  func answers() async throws {
    try await withServer(tasks: 300) { server, rep, _ in
      func struck(_ kind: String) async throws -> TestClient.Answer {
        try await setUp(["kind": .string(kind)], rep)
        return try await rep.query("SELECT Id FROM Task", headers: ["Sforce-Query-Options": "batchSize=200"])
      }
      let page = try await struck("html")
      #expect(page.status == 200)
      #expect(page.headers["content-type"]?.hasPrefix("text/html") == true)
      #expect(try await struck("garbage").json == .null)
      let half = try await struck("truncated-json")
      #expect(half.status == 200)
      #expect(half.text.hasPrefix("{\"totalSize\":300"))
      #expect(half.json == .null)
      let next = try await struck("foreign-next-page").json["nextRecordsUrl"]?.string
      #expect(next?.hasPrefix("https://elsewhere.example/services/data/") == true)
    }
  }

  @Test("Some records of a batch are refused and not written, the others are")
  func partialFailure() async throws {
    try await withServer { _, rep, _ in
      func record(_ subject: String) -> JSON { ["attributes": ["type": "Task"], "Subject": .string(subject)] }
      let three: JSON = [record("a"), record("b"), record("c")]
      try await setUp(["kind": "partial-failure", "refuse": ["positions": [0, 2]]], rep)
      let results = try await rep.api("POST", "composite/sobjects", ["records": three]).json.array
      #expect(results?.map { $0["success"] } == [false, true, false])
      #expect(results?.first?["errors"]?.array?.first?["statusCode"] == "UNABLE_TO_LOCK_ROW")
      #expect(try await count(rep) == 49)
      #expect(try await rep.query("SELECT Subject FROM Task WHERE Subject = 'b'").json["totalSize"] == 1)

      try await setUp(["kind": "partial-failure", "refuse": ["positions": [1]]], rep)
      let none = try await rep.api("POST", "composite/sobjects", ["allOrNone": true, "records": three]).json.array
      #expect(
        none?.compactMap { $0["errors"]?.array?.first?["statusCode"]?.string } == [
          "ALL_OR_NONE_OPERATION_ROLLED_BACK", "UNABLE_TO_LOCK_ROW", "ALL_OR_NONE_OPERATION_ROLLED_BACK",
        ])
      #expect(try await count(rep) == 49)

      let id = try #require(results?[1]["id"]?.string)
      try await setUp(["kind": "partial-failure", "refuse": ["errorCode": "ENTITY_IS_LOCKED"]], rep)
      let kept = try await rep.api("DELETE", "composite/sobjects?ids=\(id)").json.array?.first
      #expect(kept?["id"] == .string(id))
      #expect(kept?["errors"]?.array?.first?["message"] == "the entity is locked for editing")
      #expect(try await count(rep) == 49)
    }
  }

  @Test("Another user is quicker: the record is deleted or changed between reading and writing")
  func races() async throws {
    try await withServer { _, rep, _ in
      let id = try #require(try await rep.api("POST", "sobjects/Task", create).id)
      let fault = try await setUp(["kind": "record-changed"], rep)
      #expect(try await rep.api("PATCH", "sobjects/Task/\(id)", ["Priority": "High"]).status == 204)
      let task = try await rep.api("GET", "sobjects/Task/\(id)?fields=Subject,Priority").json
      #expect(task["Subject"] == "Changed by another user")
      #expect(task["Priority"] == "High")
      #expect(try await rep.send("GET", "/simulator/faults/\(fault)").json["callStatuses"] == [204])
      try await setUp(["kind": "record-deleted"], rep)
      #expect(
        try await rep.api("PATCH", "sobjects/Task/\(id)", ["Priority": "Low"]).errorCode == "ENTITY_IS_DELETED")
    }
  }

  @Test("What happens in the org can be put before a certain request")
  func scripted() async throws {
    try await withServer(tasks: 300) { _, rep, _ in
      let first = try await rep.query("SELECT Id FROM Task", headers: ["Sforce-Query-Options": "batchSize=200"])
      let next = try #require(first.json["nextRecordsUrl"]?.string)
      try await setUp(["kind": "cursor-expired"], rep)
      #expect(try await rep.send("GET", next).errorCode == "INVALID_QUERY_LOCATOR")
      try await setUp(
        ["skip": 1, "match": ["contains": "FROM Contact"], "before": [["path": "/simulator/sessions/expire"]]], rep)
      #expect(try await rep.query("SELECT Id FROM Contact").status == 200)
      #expect(try await rep.query("SELECT Id FROM Task LIMIT 1").status == 200)
      #expect(try await rep.query("SELECT Id FROM Contact").errorCode == "INVALID_SESSION_ID")
    }
  }

  @Test("A fault strikes the requests that it is meant for, so often as it is to")
  func schedule() async throws {
    try await withServer { server, rep, _ in
      let colleague = try await server.openSession(for: DemoUser.colleague.username)
      let other = TestClient(address: rep.address, token: colleague.accessToken)
      let id = try await setUp(
        [
          "kind": "QUERY_TIMEOUT", "skip": 1, "times": 2,
          "match": [
            "user": .string(DemoUser.rep.username), "method": ["GET", "PUT"], "path": "/services/data/{v}/query",
          ],
        ], rep)
      var statuses: [Int] = []
      for _ in 0..<5 {
        statuses.append(try await rep.query("SELECT Id FROM Task LIMIT 1").status)
        #expect(try await other.query("SELECT Id FROM Task LIMIT 1").status == 200)
        #expect(try await rep.api("GET", "limits").status == 200)
      }
      #expect(statuses == [200, 400, 400, 200, 200])
      let fault = try await rep.send("GET", "/simulator/faults/\(id)").json
      #expect(fault["matched"] == 5)
      #expect(fault["struck"] == 2)
      #expect(try await rep.send("DELETE", "/simulator/faults/\(id)").status == 204)
      #expect(try await rep.send("GET", "/simulator/faults/\(id)").status == 404)
    }
  }

  @Test("By the same seed the same requests are struck")
  func seeded() async throws {
    func struck(seed: Int) async throws -> [Bool] {
      nonisolated(unsafe) var struck: [Bool] = []
      try await withServer { _, rep, _ in
        try await setUp(
          ["seed": .integer(seed), "faults": [["kind": "SERVER_UNAVAILABLE", "rate": .number(0.5)]]], rep)
        for _ in 0..<24 { struck.append(try await rep.api("GET", "limits").status == 503) }
      }
      return struck
    }
    let once = try await struck(seed: 7)
    #expect(Set(once) == [true, false])
    #expect(try await struck(seed: 7) == once)
    #expect(try await struck(seed: 8) != once)
  }

  @Test("A late answer is done at once; its wait is over when the org's clock says so")
  func slow() async throws {
    try await withServer { server, rep, _ in
      try await setUp(["kind": "slow", "answerDelay": 600_000, "match": ["method": "POST"]], rep)
      async let answer = rep.api("POST", "sobjects/Task", create)
      while try await count(rep) == 48 {}
      _ = try await rep.send("POST", "/simulator/clock", ["advance": "PT10M"])
      #expect(try await answer.status == 201)
      try await setUp(["kind": "drip", "bytesPerSecond": 20_000], rep)
      #expect(try await rep.query("SELECT Id FROM Task LIMIT 10").json["records"]?.array?.count == 10)
    }
  }

  @Test("Several faults may strike one request, and the simulator's own endpoints none")
  func several() async throws {
    try await withServer { _, rep, _ in
      try await setUp(
        [
          ["times": "always", "before": [["path": "/simulator/colleague", "body": ["action": "step"]]]],
          ["kind": "ENTITY_IS_LOCKED", "times": "always"], ["kind": "html", "times": "always"],
        ], rep)
      #expect(try await rep.api("GET", "limits").errorCode == "ENTITY_IS_LOCKED")
      #expect(try await rep.send("GET", "/simulator/org").json["lastReplayId"] == 1)
      let log = try await rep.send("GET", "/simulator/requests?path=/services/**").json["log"]?.array
      #expect(log?.map { $0["faults"] } == [[1, 2, 3]])
      _ = try await rep.send("DELETE", "/simulator/faults")
      #expect(try await rep.api("GET", "limits").status == 200)
    }
  }

  @Test("While there is an outage connections are refused, and afterwards all is as it was")
  func outage() async throws {
    try await withServer { _, rep, _ in
      _ = try await rep.api("POST", "sobjects/Task", create)
      let idle = try RawConnection(to: rep.address)
      #expect(try await rep.send("POST", "/simulator/outage", ["milliseconds": 1000]).status == 202)
      // The port is closed before the connections are.
      _ = try await idle.readToEnd()
      #expect(throws: RawConnection.Failure.self) { _ = try RawConnection(to: rep.address) }
      while (try? RawConnection(to: rep.address)) == nil { await Task.yield() }
      #expect(try await count(rep) == 49)
    }
  }

  @Test(
    "A fault that is not understood is refused with what is allowed",
    arguments: [
      "7", "{\"kind\": \"nonsense\"}", "{\"match\": 7}", "{\"match\": {\"paths\": \"/\"}}", "{\"skip\": -1}",
      "{\"rate\": 2}", "{\"times\": 0}", "{\"times\": \"often\"}", "{\"process\": \"never\"}",
      "{\"process\": \"thrice\"}",
      "{\"send\": {}}", "{\"answer\": {\"status\": 99}}", "{\"before\": [{\"path\": \"/services/data\"}]}",
      "{\"before\": [7]}", "{\"replace\": [{\"text\": \"\", \"by\": \"\"}]}", "{\"delay\": 1e99}", "[{}, 7]",
      "{\"bytesPerSecond\": 0}", "{\"seed\": -1, \"faults\": []}", "{\"whatever\": 1}",
      "{\"match\": {\"method\": [7]}}",
    ])
  func mistakes(text: String) async throws {
    try await withServer { _, rep, _ in
      let answer = try await rep.send("POST", "/simulator/faults", text: text)
      #expect(answer.status == 400)
      #expect(answer.errorCode == "JSON_PARSER_ERROR")
      #expect(try await rep.send("GET", "/simulator/faults").json["faults"] == [])
    }
  }

  @Test("Each kind can be set up as it is", arguments: FaultKind.all.map(\.name))
  func kinds(name: String) async throws {
    _ = try FaultRequest(["kind": .string(name)])
    #expect(FaultKind.all.count { $0.name == name } == 1)
  }
}
