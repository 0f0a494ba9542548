import OrgModel
import Testing

@testable import OrgServer

struct RecordTests {
  @Test("A task is made, read, changed and deleted")
  func lifecycle() async throws {
    try await withServer { _, rep, _ in
      let created = try await rep.api(
        "POST", "sobjects/Task", ["Subject": "Grüße an 健", "ActivityDate": "2026-11-26", "IsReminderSet": true])
      #expect(created.status == 201)
      #expect(created.json["success"] == true)
      #expect(created.json["errors"] == [])
      let id = try #require(created.id)
      #expect(created.headers["location"] == "\(rep.data)/sobjects/Task/\(id)")

      let changed = try await rep.api(
        "PATCH", "sobjects/Task/\(id.prefix(15))", ["Status": "Completed", "ActivityDate": .null])
      #expect(changed.status == 204)
      #expect(changed.text.isEmpty)
      let read = try await rep.api("GET", "sobjects/task/\(id)")
      #expect(read.json["attributes"]?["url"] == .string("\(rep.data)/sobjects/Task/\(id)"))
      #expect(read.json["Subject"] == "Grüße an 健")
      #expect(read.json["ActivityDate"] == .null)
      #expect(read.json["IsClosed"] == true)
      #expect(read.json["CreatedDate"] == "2026-11-25T09:30:00.000+0000")
      let some = try await rep.api("GET", "sobjects/Task/\(id)?fields=Subject,Status")
      #expect(some.json.members?.map(\.key) == ["attributes", "Subject", "Status", "Id"])

      #expect(try await rep.api("DELETE", "sobjects/Task/\(id)").status == 204)
      let gone = try await rep.api("GET", "sobjects/Task/\(id)")
      #expect(gone.status == 404)
      #expect(gone.errorCode == "ENTITY_IS_DELETED")
    }
  }

  @Test(
    "What cannot be done is answered with Salesforce's status and code",
    arguments: [
      ("POST", "sobjects/Task", #"{"Status":"Nope"}"#, 400, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"),
      ("POST", "sobjects/Task", #"{"IsClosed":true}"#, 400, "INVALID_FIELD_FOR_INSERT_UPDATE"),
      ("POST", "sobjects/Task", #"{"Foo":1}"#, 400, "INVALID_FIELD"),
      ("POST", "sobjects/Task", #"{"Subject":["#, 400, "JSON_PARSER_ERROR"),
      ("POST", "sobjects/Task", "", 400, "JSON_PARSER_ERROR"),
      ("POST", "sobjects/Task", "[]", 400, "JSON_PARSER_ERROR"),
      ("POST", "sobjects/Task", #"{"ActivityDate":"soon"}"#, 400, "JSON_PARSER_ERROR"),
      ("POST", "sobjects/Task", #"{"Subject":{"a":1}}"#, 400, "JSON_PARSER_ERROR"),
      ("POST", "sobjects/Tusk", "{}", 404, "NOT_FOUND"),
      ("POST", "sobjects/TaskStatus", "{}", 400, "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"),
      ("PATCH", "sobjects/Task/00T000000000001", "{}", 404, "NOT_FOUND"),
      ("DELETE", "sobjects/Task/xyz", "", 404, "NOT_FOUND"),
      ("GET", "sobjects/Task/003000000000001", "", 404, "NOT_FOUND"),
      ("PUT", "sobjects/Task", "{}", 405, "METHOD_NOT_ALLOWED"),
      ("GET", "nonsense", "", 404, "NOT_FOUND"),
      ("GET", "query?q=SELECT", "", 400, "MALFORMED_QUERY"),
      ("GET", "query", "", 400, "MALFORMED_QUERY"),
      ("GET", "query/01g000000000001AAA-200", "", 400, "INVALID_QUERY_LOCATOR"),
      ("GET", "sobjects/Task/deleted?start=x&end=y", "", 400, "INVALID_REPLICATION_DATE"),
      ("POST", "composite/sobjects", "{}", 400, "JSON_PARSER_ERROR"),
      ("DELETE", "composite/sobjects", "", 400, "MISSING_ARGUMENT"),
      ("POST", "composite/sobjects/Task", #"{"ids":[],"fields":["Foo"]}"#, 400, "INVALID_FIELD"),
    ])
  func refused(method: String, path: String, body: String, status: Int, code: String) async throws {
    try await withServer { _, rep, _ in
      let answer = try await rep.send(method, "\(rep.data)/\(path)", text: body)
      #expect(answer.status == status)
      #expect(answer.errorCode == code)
      #expect(answer.json.array?.first?["message"]?.string?.isEmpty == false)
    }
  }

  @Test("Without a valid token, or with an unknown version, nothing is told")
  func noAccess() async throws {
    try await withServer { _, rep, _ in
      let stranger = TestClient(address: rep.address)
      #expect(try await stranger.api("GET", "query?q=SELECT").errorCode == "INVALID_SESSION_ID")
      #expect(try await rep.send("GET", "/services/data/v32.0/limits").status == 404)
      #expect(try await rep.send("GET", "/nothing").status == 404)
      let versions = try await stranger.send("GET", "/services/data/")
      #expect(versions.json.array?.first?["version"] == "58.0")
      #expect(versions.json.array?.last?["version"] == "67.0")
    }
  }

  @Test("Every answer has a date, the use of the API, and a type")
  func headers() async throws {
    try await withServer { _, rep, _ in
      _ = try await rep.api("GET", "limits")
      let answer = try await rep.api("GET", "limits")
      #expect(answer.headers["date"] == "Wed, 25 Nov 2026 09:30:00 GMT")
      #expect(answer.headers["sforce-limit-info"] == "api-usage=2/105000")
      #expect(answer.headers["content-type"] == "application/json;charset=UTF-8")
      #expect(answer.json["DailyApiRequests"]?["Remaining"] == 104_998)
    }
  }

  @Test("A body that is too large is refused")
  func tooLarge() async throws {
    try await withServer { _, rep, _ in
      let text = String(repeating: "x", count: HTTPListener.maximumBody + 1)
      let answer = try? await rep.send("POST", "\(rep.data)/sobjects/Task", text: text)
      #expect(answer == nil || answer?.status == 413)
      let next = try await rep.api("GET", "limits")
      #expect(next.status == 200)
    }
  }

  @Test("The describe of Task tells the org's own picklist values")
  func describe() async throws {
    try await withServer { _, rep, _ in
      let fields = try await rep.api("GET", "sobjects/Task/describe").json["fields"]?.array ?? []
      let status = try #require(fields.first { $0["name"] == "Status" })
      #expect(status["picklistValues"]?.array?.compactMap { $0["value"]?.string }.first == "Not Started")
      let who = try #require(fields.first { $0["name"] == "WhoId" })
      #expect(who["referenceTo"] == ["Contact", "Lead"])
      #expect(fields.first { $0["name"] == "Subject" }?["length"] == 255)
    }
  }
}
