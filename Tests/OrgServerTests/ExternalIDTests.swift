import OrgModel
import Testing

@testable import OrgServer

struct ExternalIDTests {
  private let path = "sobjects/Task/Command_Center_Id__c"

  private func withExternalID(_ body: @Sendable (TestClient) async throws -> Void) async throws {
    try await withServer(tasks: 0) { server, rep, _ in
      await server.change { org in
        org.optionalFields = [
          FieldName(object: "Task", field: "Command_Center_Id__c"), FieldName(object: "Task", field: "Legacy_Id__c"),
        ]
      }
      try await body(rep)
    }
  }

  @Test("An upsert makes a record, changes it the next time, and both are told apart")
  func upsert() async throws {
    try await withExternalID { rep in
      let made = try await rep.api("PATCH", "\(path)/a%20b", ["Subject": "one"])
      #expect(made.status == 201)
      #expect(made.json["created"] == true)
      let changed = try await rep.api("PATCH", "\(path)/A%20B", ["Subject": "two"])
      #expect(changed.status == 200)
      #expect(changed.json["created"] == false)
      #expect(changed.id == made.id)
      #expect(try await rep.api("GET", "\(path)/a%20b?fields=Subject").json["Subject"] == "two")
      let late = try await rep.api(
        "PATCH", "\(path)/a%20b", ["Subject": "three"],
        headers: ["If-Unmodified-Since": "Wed, 25 Nov 2026 09:29:00 GMT"])
      #expect(late.status == 412)
      #expect(try await rep.api("DELETE", "\(path)/a%20b").status == 204)
      #expect(try await rep.api("GET", "\(path)/a%20b").status == 404)
    }
  }

  @Test("What an upsert cannot do is answered with Salesforce's status")
  func refused() async throws {
    try await withExternalID { rep throws in
      #expect(try await rep.api("PATCH", "\(path)/x?updateOnly=true", ["Subject": "one"]).status == 404)
      #expect(try await rep.api("PATCH", "sobjects/Task/Subject/x", [:]).errorCode == "NOT_FOUND")
      #expect(try await rep.api("PATCH", "\(path)/x", ["Command_Center_Id__c": "x"]).errorCode == "INVALID_FIELD")
      #expect(try await rep.api("DELETE", "\(path)/x").status == 404)
      for _ in 0..<2 { _ = try await rep.api("POST", "sobjects/Task", ["Legacy_Id__c": "same"]) }
      let several = try await rep.api("PATCH", "sobjects/Task/Legacy_Id__c/same", ["Subject": "x"])
      #expect(several.status == 300)
      #expect(several.json.array?.count == 2)
    }
  }

  @Test("A collection is upserted record by record")
  func collection() async throws {
    try await withExternalID { rep in
      _ = try await rep.api("PATCH", "\(path)/a", ["Subject": "old"])
      let records: JSON = [
        ["attributes": ["type": "Task"], "Command_Center_Id__c": "a", "Subject": "new"],
        ["attributes": ["type": "Task"], "Command_Center_Id__c": "b"],
        ["attributes": ["type": "Task"], "Subject": "without"],
        ["attributes": ["type": "Account"], "Name": "other"],
      ]
      let answer = try await rep.api("PATCH", "composite/\(path)", ["records": records])
      #expect(answer.json.array?.map { $0["success"] } == [true, true, false, false])
      #expect(answer.json.array?.map { $0["created"] } == [false, true, nil, nil])
    }
  }
}
