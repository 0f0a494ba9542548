import OrgModel
import Testing

@testable import OrgServer

struct UIAPITests {
  private let key = "12cfe4e6-e477-4de8-aa4e-95d31aa2be24"

  @Test("A record is made, read with the fields that are asked for, changed and deleted")
  func lifecycle() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let created = try await rep.api(
        "POST", "ui-api/records", ["apiName": "Task", "fields": ["Subject": "Call", "ActivityDate": "2026-11-26"]])
      #expect(created.status == 201)
      let id = try #require(created.id)
      #expect(created.json["fields"]?["ActivityDate"] == ["displayValue": "11/26/2026", "value": "2026-11-26"])
      #expect(created.json["lastModifiedDate"] == "2026-11-25T09:30:00.000Z")
      #expect(created.json["weakEtag"] == 1_795_599_000_000)

      let read = try await rep.api(
        "GET", "ui-api/records/\(id)?fields=Task.Status,Task.Owner.Name&optionalFields=Task.Nope,Task.CreatedDate")
      #expect(read.json["apiName"] == "Task")
      #expect(read.json["fields"]?["Status"] == ["displayValue": "Not Started", "value": "Not Started"])
      #expect(read.json["fields"]?["CreatedDate"]?["displayValue"] == "11/25/2026, 9:30 AM")
      #expect(read.json["fields"]?["Nope"] == nil)
      #expect(read.json["fields"]?["Owner"]?["displayValue"] == "Robin Verhoeven")
      #expect(read.json["fields"]?["Owner"]?["value"]?["fields"]?["Name"]?["value"] == "Robin Verhoeven")

      let changed = try await rep.api("PATCH", "ui-api/records/\(id)", ["fields": ["Status": "Completed"]])
      #expect(changed.status == 200)
      #expect(changed.json["fields"]?["IsClosed"]?["value"] == true)
      #expect(try await rep.api("DELETE", "ui-api/records/\(id)").status == 204)
      #expect(try await rep.api("GET", "ui-api/records/\(id)?fields=Task.Id").status == 404)
    }
  }

  @Test("A write that is repeated under its idempotency key gets the same answer and is not done again")
  func idempotent() async throws {
    try await withServer(tasks: 0) { server, rep, clock in
      let body: JSON = ["apiName": "Task", "fields": ["Subject": "once"]]
      let first = try await rep.api("POST", "ui-api/records", body, headers: ["Idempotency-Key": key])
      let again = try await rep.api("POST", "ui-api/records", body, headers: ["Idempotency-Key": key.uppercased()])
      #expect(first.status == 201)
      #expect(again.status == 201)
      #expect(again.text == first.text)
      #expect(try await rep.query("SELECT COUNT() FROM Task").json["totalSize"] == 1)

      let other = TestClient(
        address: rep.address, token: try await server.openSession(for: DemoUser.manager.username).accessToken)
      let stolen = try await other.api("POST", "ui-api/records", body, headers: ["Idempotency-Key": key])
      #expect(stolen.status == 409)
      #expect(stolen.errorCode == "IDEMPOTENCY_KEY_USED_DIFFERENT_USER")
      let changed: JSON = ["apiName": "Task", "fields": ["Subject": "twice"]]
      #expect(try await rep.api("POST", "ui-api/records", changed, headers: ["Idempotency-Key": key]).status == 422)

      let id = try #require(first.id)
      let path = "ui-api/records/\(id)"
      #expect(try await rep.api("DELETE", path, headers: ["Idempotency-Key": key]).status == 204)
      #expect(try await rep.api("DELETE", path, headers: ["Idempotency-Key": key]).status == 204)
      #expect(try await rep.api("DELETE", path).status == 404)
    }
  }

  @Test("Of very many writes with a key the last ones are remembered")
  func manyKeys() throws {
    var writes = IdempotentWrites()
    let user = Org.automatedProcess
    let content = IdempotentWrites.Content([])
    func key(_ number: Int) -> IdempotentWrites.Key { .init(resource: "", key: String(number)) }
    func isKnown(_ number: Int) throws -> Bool {
      try writes.answer(key(number), to: content, by: user, at: Timestamp(milliseconds: number)) != nil
    }
    for number in 0...IdempotentWrites.maximumKept {
      writes.note(HTTPAnswer(), key(number), to: content, by: user, at: Timestamp(milliseconds: number))
    }
    #expect(try !isKnown(0))
    #expect(try isKnown(IdempotentWrites.maximumKept - 1))
    #expect(try isKnown(IdempotentWrites.maximumKept))
  }

  @Test("A write that failed is tried again under its key; a key of another form is refused")
  func idempotencyKeys() async throws {
    try await withServer(tasks: 0) { _, rep, _ throws in
      let bad: JSON = ["apiName": "Task", "fields": ["Status": "Nope"]]
      let good: JSON = ["apiName": "Task", "fields": ["Subject": "x"]]
      #expect(try await rep.api("POST", "ui-api/records", bad, headers: ["Idempotency-Key": key]).status == 400)
      #expect(try await rep.api("POST", "ui-api/records", good, headers: ["Idempotency-Key": key]).status == 201)
      for wrong in ["", "1", "12cfe4e6-e477-1de8-aa4e-95d31aa2be24"] {
        let answer = try await rep.api("POST", "ui-api/records", good, headers: ["Idempotency-Key": wrong])
        #expect(answer.status == 400)
        #expect(answer.errorCode == "INVALID_IDEMPOTENCY_KEY")
      }
    }
  }

  @Test("An org may have no tasks in the API, or no idempotent writes")
  func switchedOff() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let body: JSON = ["apiName": "Task", "fields": ["Subject": "x"]]
      func set(_ settings: JSON) async throws -> Int {
        try await rep.send("PATCH", "/simulator/settings", settings).status
      }
      #expect(try await set(["idempotentWrites": false]) == 200)
      let refused = try await rep.api("POST", "ui-api/records", body, headers: ["Idempotency-Key": key])
      #expect(refused.status == 400)
      #expect(refused.errorCode == "IDEMPOTENCY_FEATURE_NOT_ENABLED")
      let id = try #require(try await rep.api("POST", "ui-api/records", body).id)
      #expect(try await set(["taskInUserInterfaceAPI": false]) == 200)
      for (method, path) in [
        ("GET", "object-info/Task"), ("POST", "records"), ("GET", "records/\(id)?fields=Task.Id"),
        ("PATCH", "records/\(id)"), ("DELETE", "records/\(id)"),
      ] {
        let answer = try await rep.api(method, "ui-api/\(path)", method == "GET" ? nil : body)
        #expect(answer.status == 400)
        #expect(answer.errorCode == "INVALID_TYPE")
      }
      #expect(try await rep.api("GET", "ui-api/object-info/Account").status == 200)
      let several = try await rep.api("GET", "ui-api/object-info/batch/Task,Account")
      #expect(several.json["results"]?.array?.map { $0["statusCode"] } == [400, 200])
    }
  }

  @Test("A record that is refused says what is wrong with which field")
  func recordErrors() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let answer = try await rep.api("POST", "ui-api/records", ["apiName": "Task", "fields": ["Status": "Nope"]])
      #expect(answer.status == 400)
      let error = try #require(answer.json.array?.first)
      #expect(error["enhancedErrorType"] == "RecordError")
      let field = error["output"]?["fieldErrors"]?["Status"]?.array?.first
      #expect(field?["errorCode"] == "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST")
      #expect(field?["fieldLabel"] == "Status")
    }
  }

  @Test(
    "What cannot be read is answered with a code",
    arguments: [
      ("records/003?fields=Task.Id", 400, "MALFORMED_ID"),
      ("records/00T000000000001AAA?fields=Task.Id", 404, "NOT_FOUND"),
      ("object-info/Tusk", 404, "NOT_FOUND"),
    ])
  func refused(path: String, status: Int, code: String) async throws {
    try await withServer(tasks: 1) { _, rep, _ in
      let answer = try await rep.api("GET", "ui-api/\(path)")
      #expect(answer.status == status)
      #expect(answer.errorCode == code)
    }
  }

  @Test("A batch has 200 members at most, and tells nothing of objects that the user may not read")
  func batches() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      for (kind, name) in [("object-info", "Task"), ("records", "00T000000000001AAA")] {
        let list = Array(repeating: name, count: 201)
        let path = "ui-api/\(kind)/batch/\(list.joined(separator: ","))?fields=Task.Id"
        #expect(try await rep.api("GET", path).errorCode == "LIMIT_EXCEEDED")
        let most = "ui-api/\(kind)/batch/\(list.dropLast().joined(separator: ","))?fields=Task.Id"
        #expect(try await rep.api("GET", most).json["results"]?.array?.count == 200)
      }
      let access: JSON = ["objects": ["PushTopic": []]]
      #expect(try await rep.send("PATCH", "/simulator/users/rep@demo.example", access).status == 200)
      let infos = try await rep.api("GET", "ui-api/object-info/batch/Task,PushTopic").json["results"]?.array
      #expect(infos?.map { $0["statusCode"] } == [200, 404])
    }
  }

  @Test("The object info of Task tells its fields and what they refer to")
  func objectInfo() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let info = try await rep.api("GET", "ui-api/object-info/Task")
      #expect(info.json["apiName"] == "Task")
      #expect(info.json["fields"]?["Subject"]?["dataType"] == "ComboBox")
      let targets = info.json["fields"]?["WhoId"]?["referenceToInfos"]?.array?.map { $0["apiName"] }
      #expect(targets == ["Contact", "Lead"])
      let tag = try #require(info.json["eTag"]?.string)
      let same = try await rep.api("GET", "ui-api/object-info/Task", headers: ["If-None-Match": "\"\(tag)\""])
      #expect(same.status == 304)
      #expect(same.headers["etag"] == "\"\(tag)\"")
      let several = try await rep.api("GET", "ui-api/object-info/batch/Task,Tusk")
      #expect(several.json["results"]?.array?.map { $0["statusCode"] } == [200, 404])
    }
  }
}
