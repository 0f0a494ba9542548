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

  @Test("COUNT() over more than a page is one answer without records")
  func count() async throws {
    try await withServer(tasks: 450) { _, rep, _ in
      let answer = try await rep.query("SELECT COUNT() FROM Task", headers: ["Sforce-Query-Options": "batchSize=200"])
      #expect(answer.json == ["totalSize": 450, "done": true, "records": []])
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

  @Test("A cursor shows the records that the query found, with the values that they have now")
  func currentValues() async throws {
    try await withServer(tasks: 300) { server, rep, clock in
      let first = try await rep.query(
        "SELECT Id, Subject FROM Task ORDER BY Id DESC", headers: ["Sforce-Query-Options": "batchSize=200"])
      let next = try #require(first.json["nextRecordsUrl"]?.string)
      let id = try await server.change { org in
        let task = try #require(org.all("Task").first)
        try org.update(task.id.text, ["Subject": .text("renamed")], by: task["OwnerId"].id ?? task.id, at: clock.now)
        return task.id
      }
      let last = try #require(try await rep.send("GET", next).json["records"]?.array?.last)
      #expect(last["Id"]?.string == id.text)
      #expect(last["Subject"] == "renamed")
    }
  }

  @Test("A cursor ends after two days, when ten newer ones are open, or by command")
  func cursors() async throws {
    try await withServer(tasks: 300, lifetime: 10 * 86_400) { server, rep, clock in
      func open() async throws -> String {
        let answer = try await rep.query("SELECT Id FROM Task", headers: ["Sforce-Query-Options": "batchSize=200"])
        return try #require(answer.json["nextRecordsUrl"]?.string)
      }
      let old = try await open()
      #expect(try await rep.send("GET", old).json["done"] == true)
      clock.advance(seconds: 2 * 86_400 - 1)
      #expect(try await rep.send("GET", old).status == 200)
      clock.advance(seconds: 1)
      #expect(try await rep.send("GET", old).errorCode == "INVALID_QUERY_LOCATOR")
      let first = try await open()
      for _ in 0..<9 { _ = try await open() }
      #expect(try await rep.send("GET", first).status == 200)
      _ = try await open()
      #expect(try await rep.send("GET", first).errorCode == "INVALID_QUERY_LOCATOR")
      for wrong in ["query/0r8", "query/0r8000000000001-x", "query/\(first.split(separator: "/").last ?? "")9999999"] {
        #expect(try await rep.api("GET", wrong).errorCode == "INVALID_QUERY_LOCATOR")
      }
    }
  }

  @Test("A cursor belongs to the user who opened it")
  func foreignCursor() async throws {
    try await withServer(tasks: 300) { server, rep, _ in
      let answer = try await rep.query("SELECT Id FROM Task", headers: ["Sforce-Query-Options": "batchSize=200"])
      let next = try #require(answer.json["nextRecordsUrl"]?.string)
      var other = rep
      other.token = try await server.openSession(for: DemoUser.colleague.username).accessToken
      #expect(try await other.send("GET", next).errorCode == "INVALID_QUERY_LOCATOR")
    }
  }

  @Test(
    "The size of a page is what was asked for, between 200 and 2,000",
    arguments: [
      ("batchSize=250", 250), ("batchSize=1", 200), ("batchSize=9999", 500), ("batchSize = 300", 300), ("x", 500),
    ])
  func pageSize(option: String, expected: Int) async throws {
    try await withServer(tasks: 500) { _, rep, _ in
      let answer = try await rep.query("SELECT Id FROM Task", headers: ["Sforce-Query-Options": option])
      #expect(answer.json["records"]?.array?.count == expected)
    }
  }
}
