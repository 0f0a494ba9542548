import OrgModel
import Testing

@testable import OrgServer

struct QueryTests {
  @Test("A large answer comes in pages that stay as they were when the query ran")
  func paging() async throws {
    try await withServer(tasks: 450) { server, rep, clock in
      let first = try await rep.query(
        "SELECT Id FROM Task ORDER BY Id", headers: ["Sforce-Query-Options": "batchSize=200"])
      #expect(first.json["totalSize"] == 450)
      #expect(first.json["done"] == false)
      #expect(first.json["records"]?.array?.count == 200)
      try await server.change { org in
        let user = try #require(DemoUser.rep.id(in: org))
        _ = try org.create("Task", ["Subject": .text("later")], by: user, at: clock.now)
      }
      var ids = first.json["records"]?.array?.compactMap { $0["Id"]?.string } ?? []
      var next = first.json["nextRecordsUrl"]?.string
      while let path = next {
        let page = try await rep.send("GET", path, headers: ["Sforce-Query-Options": "batchSize=200"])
        ids += page.json["records"]?.array?.compactMap { $0["Id"]?.string } ?? []
        next = page.json["nextRecordsUrl"]?.string
        #expect(page.json["done"] == .bool(next == nil))
      }
      #expect(ids.count == 450)
      #expect(ids == ids.sorted())
    }
  }

  @Test("Related names come nested, with where they are")
  func related() async throws {
    try await withServer { _, rep, _ in
      let answer = try await rep.query(
        "SELECT Id, Who.Name, Who.Type, What.Name FROM Task WHERE Who.Name = 'Ada Lovelace' LIMIT 1")
      let row = try #require(answer.json["records"]?.array?.first)
      #expect(row["Who"]?["Name"] == "Ada Lovelace")
      #expect(row["Who"]?["Type"] == "Contact")
      #expect(row["Who"]?["attributes"]?["type"] == "Name")
      #expect(row["Who"]?["attributes"]?["url"]?.string?.contains("/sobjects/Contact/003") == true)
    }
  }

  @Test("Deleted tasks are told by queryAll and by the deleted resource")
  func deleted() async throws {
    try await withServer { _, rep, clock in
      let id = try #require(try await rep.api("POST", "sobjects/Task", ["Subject": "soon gone"]).id)
      clock.advance(seconds: 120)
      _ = try await rep.api("DELETE", "sobjects/Task/\(id)")
      clock.advance(seconds: 120)
      let soql = "SELECT Id, IsDeleted FROM Task WHERE Subject = 'soon gone'"
      #expect(try await rep.query(soql).json["totalSize"] == 0)
      #expect(try await rep.query(soql, all: true).json["records"]?.array?.first?["IsDeleted"] == true)
      let answer = try await rep.api(
        "GET", "sobjects/Task/deleted?start=2026-11-25T09:00:00%2B00:00&end=2026-11-25T09:34:00%2B00:00")
      #expect(
        answer.json["deletedRecords"] == [["deletedDate": "2026-11-25T09:32:00.000+0000", "id": .string(id)]])
      #expect(answer.json["latestDateCovered"] == "2026-11-25T09:34:00.000+0000")
      #expect(answer.json["earliestDateAvailable"] == "2026-11-10T09:34:00.000+0000")
      let updated = try await rep.api(
        "GET", "sobjects/Task/updated?start=2026-11-25T09:30:00Z&end=2026-11-25T09:34:00Z")
      #expect(updated.json["ids"] == [])
    }
  }

  @Test("The user's picklists can be read")
  func picklists() async throws {
    try await withServer { _, rep, _ in
      let answer = try await rep.query("SELECT ApiName, IsClosed, SortOrder FROM TaskStatus ORDER BY SortOrder")
      let rows = answer.json["records"]?.array ?? []
      #expect(rows.map { $0["ApiName"] }.first == "Not Started")
      #expect(rows.map { $0["SortOrder"] } == [1, 2, 3, 4, 5])
      #expect(rows.filter { $0["IsClosed"] == true }.map { $0["ApiName"] } == ["Completed"])
    }
  }
}
