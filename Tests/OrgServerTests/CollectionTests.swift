import OrgModel
import Testing

@testable import OrgServer

struct CollectionTests {
  private func record(_ fields: JSON) -> JSON {
    .object([.init(key: "attributes", value: ["type": "Task"])] + (fields.members ?? []))
  }

  private func successes(_ answer: TestClient.Answer) -> [Bool] {
    answer.json.array?.compactMap { $0["success"]?.bool } ?? []
  }

  @Test("Each record of a collection is settled by itself")
  func partialFailure() async throws {
    try await withServer { _, rep, _ in
      let created = try await rep.api(
        "POST", "composite/sobjects",
        [
          "allOrNone": false,
          "records": [record(["Subject": "one"]), record(["Status": "Nope"]), record(["Subject": "three"])],
        ])
      #expect(created.status == 200)
      #expect(successes(created) == [true, false, true])
      let ids = created.json.array?.compactMap { $0["id"]?.string } ?? []
      #expect(ids.count == 2)
      let failure = created.json.array?[1]["errors"]?.array?.first
      #expect(failure?["statusCode"] == "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST")
      #expect(failure?["fields"] == ["Status"])

      let changed = try await rep.api(
        "PATCH", "composite/sobjects",
        [
          "records": [
            record(["id": .string(ids[0]), "Priority": "High"]), record(["Id": "00T000000000009AAA", "Subject": "x"]),
          ]
        ])
      #expect(successes(changed) == [true, false])
      let got = try await rep.api(
        "POST", "composite/sobjects/Task",
        [
          "ids": [.string(ids[1]), "00T000000000009AAA", .string(ids[0])],
          "fields": ["Subject", "Priority", "Owner.Name"],
        ])
      #expect(got.json.array?.map { $0["Subject"]?.string } == ["three", nil, "one"])
      #expect(got.json.array?[1] == .null)
      #expect(got.json.array?[2]["Priority"] == "High")
      #expect(got.json.array?[2]["Owner"]?["Name"] == "Robin Verhoeven")

      let deleted = try await rep.api(
        "DELETE", "composite/sobjects?ids=\(ids.joined(separator: ",")),bad&allOrNone=false")
      #expect(successes(deleted) == [true, true, false])
    }
  }

  @Test("Fields to retrieve may be named twice, but no more of them than a query can have")
  func fields() async throws {
    try await withServer { _, rep, _ in
      let id = try #require(try await rep.api("POST", "sobjects/Task", ["Subject": "one"]).id)
      let twice = try await rep.api(
        "POST", "composite/sobjects/Task", ["ids": [.string(id)], "fields": ["Subject", "ID", "subject"]])
      #expect(twice.json.array?.first?.members?.map(\.key) == ["attributes", "Subject", "Id"])
      let names = JSON.array((0..<50_000).map { .string("Foo\($0)") })
      let tooMany = try await rep.api("POST", "composite/sobjects/Task", ["ids": [.string(id)], "fields": names])
      #expect(tooMany.errorCode == "MALFORMED_QUERY")
    }
  }

  @Test("All or none undoes everything")
  func allOrNone() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let answer = try await rep.api(
        "POST", "composite/sobjects", ["allOrNone": true, "records": [record([:]), record(["Foo": 1])]])
      #expect(successes(answer) == [false, false])
      let code = answer.json.array?.first?["errors"]?.array?.first?["statusCode"]
      #expect(code == "ALL_OR_NONE_OPERATION_ROLLED_BACK")
      #expect(try await rep.query("SELECT COUNT() FROM Task").json["totalSize"] == 0)
    }
  }

  @Test("A collection has 200 records at most")
  func limit() async throws {
    try await withServer(tasks: 0) { _, rep, _ in
      let full = try await rep.api(
        "POST", "composite/sobjects", ["records": .array((0..<200).map { record(["Subject": .string("\($0)")]) })])
      #expect(successes(full) == Array(repeating: true, count: 200))
      let tooMany = try await rep.api(
        "POST", "composite/sobjects", ["records": .array((0..<201).map { _ in record([:]) })])
      #expect(tooMany.status == 400)
      #expect(tooMany.errorCode == "EXCEEDED_ID_LIMIT")
    }
  }
}
