import OrgModel
import Testing

@testable import OrgServer

struct CompositeTests {
  private func subrequest(
    _ method: String, _ path: String, as id: String, _ body: JSON = .null, headers: JSON = [:]
  ) -> JSON {
    [
      "method": .string(method), "url": .string("/services/data/v60.0/\(path)"), "referenceId": .string(id),
      "body": body, "httpHeaders": headers,
    ]
  }

  private func composite(_ rep: TestClient, allOrNone: Bool = false, _ requests: JSON...) async throws
    -> TestClient.Answer
  {
    try await rep.api("POST", "composite", ["allOrNone": .bool(allOrNone), "compositeRequest": .array(requests)])
  }

  private func statuses(_ answer: TestClient.Answer) -> [Int?] {
    answer.json["compositeResponse"]?.array?.map { $0["httpStatusCode"]?.integer } ?? []
  }

  @Test("Later subrequests use what earlier ones answered")
  func references() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let answer = try await composite(
        rep, subrequest("POST", "sobjects/Account", as: "acme", ["Name": "Acme & Sons"]),
        subrequest("POST", "sobjects/Task", as: "task", ["Subject": "Visit @{acme.id}", "WhatId": "@{acme.id}"]),
        subrequest("GET", "sobjects/Account/@{acme.id}?fields=Name", as: "read"),
        subrequest("GET", "query?q=SELECT Subject, What.Name FROM Task WHERE What.Name = '@{read.Name}'", as: "found"),
        subrequest("POST", "sobjects/Task", as: "copy", ["Subject": "@{found.records[0].What.Name}"]))
      #expect(answer.status == 200)
      #expect(statuses(answer) == [201, 201, 200, 200, 201])
      let results = try #require(answer.json["compositeResponse"]?.array)
      let account = try #require(results[0]["body"]?["id"]?.string)
      #expect(results[0]["httpHeaders"]?["Location"] == .string("/services/data/v60.0/sobjects/Account/\(account)"))
      #expect(results[3]["body"]?["records"]?.array?.first?["Subject"] == .string("Visit \(account)"))
      let copy = try #require(results[4]["body"]?["id"]?.string)
      #expect(try await rep.api("GET", "sobjects/Task/\(copy)").json["Subject"] == "Acme & Sons")
    }
  }

  @Test("A failure stops those that depend on it, and no others")
  func dependents() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let answer = try await composite(
        rep, subrequest("POST", "sobjects/Account", as: "bad", [:]),
        subrequest("POST", "sobjects/Task", as: "lost", ["WhatId": "@{bad.id}"]),
        subrequest("POST", "sobjects/Task", as: "fine", ["Subject": "x"]))
      #expect(statuses(answer) == [400, 400, 201])
      let lost = answer.json["compositeResponse"]?.array?[1]["body"]?.array?.first
      #expect(lost?["errorCode"] == "PROCESSING_HALTED")
      #expect(lost?["message"] == "Invalid reference specified. No value for bad.id found in bad")
    }
  }

  @Test("References that together stand for more than a request may hold are refused, in the body and in the URL")
  func multiplied() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let long = JSON.string(String(repeating: "x", count: 30_000))
      let many = String(repeating: "@{one.Description}", count: 400)
      for multiplying in [
        subrequest("POST", "sobjects/Task", as: "big", ["Unknown": .string(many)]),
        subrequest("POST", "sobjects/Task", as: "big", ["Unknown": .array(Array(repeating: "@{one}", count: 400))]),
        subrequest("GET", "limits?x=\(many)", as: "big"),
      ] {
        let answer = try await composite(
          rep,
          subrequest("POST", "sobjects/Task", as: "made", ["Description": long]),
          subrequest("GET", "sobjects/Task/@{made.id}", as: "one"), multiplying)
        #expect(statuses(answer) == [201, 200, 413])
      }
    }
  }

  @Test("All or none takes it for a failure that several records have the value")
  func ambiguous() async throws {
    try await withServer(tasks: 0) { server, rep, _ in
      await server.change { $0.optionalFields = [FieldName(object: "Task", field: "Legacy_Id__c")] }
      for _ in 0..<2 { _ = try await rep.api("POST", "sobjects/Task", ["Legacy_Id__c": "same"]) }
      let answer = try await composite(
        rep, allOrNone: true, subrequest("POST", "sobjects/Task", as: "one", ["Subject": "x"]),
        subrequest("PATCH", "sobjects/Task/Legacy_Id__c/same", as: "two", ["Subject": "y"]))
      #expect(statuses(answer) == [400, 300])
      #expect(try await rep.query("SELECT COUNT() FROM Task").json["totalSize"] == 2)
    }
  }

  @Test("All or none undoes what was done, also when one record of a collection fails")
  func allOrNone() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let failed = try await composite(
        rep, allOrNone: true, subrequest("POST", "sobjects/Task", as: "one", ["Subject": "x"]),
        subrequest(
          "POST", "composite/sobjects", as: "two",
          ["records": [["attributes": ["type": "Task"]], ["attributes": ["type": "Task"], "Status": "Nope"]]]),
        subrequest("POST", "sobjects/Task", as: "three", ["Subject": "y"]))
      #expect(statuses(failed) == [400, 200, 400])
      let first = failed.json["compositeResponse"]?.array?[0]["body"]?.array?.first
      #expect(first?["errorCode"] == "PROCESSING_HALTED")
      #expect(try await rep.query("SELECT COUNT() FROM Task").json["totalSize"] == 0)
      let done = try await composite(
        rep, allOrNone: true, subrequest("POST", "sobjects/Task", as: "one", ["Subject": "x"]))
      #expect(statuses(done) == [201])
      #expect(try await rep.query("SELECT COUNT() FROM Task").json["totalSize"] == 1)
    }
  }

  @Test("A composite request of the wrong form is refused as a whole")
  func refused() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let limits = subrequest("GET", "limits", as: "a")
      let bad: [JSON] = [
        [], ["compositeRequest": []], ["compositeRequest": [limits, limits]],
        ["compositeRequest": [subrequest("GET", "limits", as: "a-b")]],
        ["compositeRequest": [subrequest("GET", "limits", as: "_a")]],
        ["compositeRequest": [["method": "GET", "url": "/services/data/v60.0/limits"]]],
        ["compositeRequest": [["method": "GET", "url": "limits", "referenceId": "a"]]],
        ["compositeRequest": [["method": "get", "url": "/services/data/v60.0/limits", "referenceId": "a"]]],
        ["compositeRequest": [subrequest("GET", "limits", as: "a", headers: ["Authorization": "x"])]],
        ["compositeRequest": .array((0..<26).map { subrequest("GET", "limits", as: "a\($0)") })],
        ["compositeRequest": .array((0..<6).map { subrequest("GET", "query?q=x", as: "a\($0)") })],
      ]
      for body in bad {
        #expect(try await rep.api("POST", "composite", body).status == 400)
      }
      let nested = try await composite(rep, subrequest("POST", "composite", as: "a", ["compositeRequest": [limits]]))
      #expect(statuses(nested) == [404])
      let most = try await rep.api(
        "POST", "composite", ["compositeRequest": .array((0..<25).map { subrequest("GET", "limits", as: "a\($0)") })])
      #expect(statuses(most) == Array(repeating: 200, count: 25))
    }
  }

  @Test("A batch answers each request by itself, and halts if it is asked to")
  func batch() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let requests: JSON = [
        ["method": "POST", "url": "v60.0/sobjects/Task", "richInput": ["Subject": "x"]],
        ["method": "GET", "url": "v60.0/sobjects/Tusk"], ["method": "GET", "url": "/services/data/v61.0/limits"],
      ]
      let whole = try await rep.api("POST", "composite/batch", ["batchRequests": requests])
      #expect(whole.json["hasErrors"] == true)
      #expect(whole.json["results"]?.array?.map { $0["statusCode"] } == [201, 404, 200])
      #expect(whole.json["results"]?.array?.last?["result"]?["DailyApiRequests"] != nil)
      let halted = try await rep.api(
        "POST", "composite/batch", ["batchRequests": requests, "haltOnError": true])
      #expect(halted.json["results"]?.array?.map { $0["statusCode"] } == [201, 404, 412])
      #expect(halted.json["results"]?.array?.last?["result"]?.array?.first?["errorCode"] == "BATCH_PROCESSING_HALTED")
    }
  }
}
