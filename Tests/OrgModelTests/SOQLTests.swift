import Foundation
import Testing

@testable import OrgModel

struct SOQLTests {
  /// Five tasks, lettered, that differ in what conditions ask for.
  private func world() throws -> SmallOrg {
    var world = try SmallOrg()
    func day(_ text: String) -> OrgValue { .text(text) }
    try world.task(["Subject": .text("A call"), "ActivityDate": day("2026-11-25"), "Priority": .text("High")])
    try world.task([
      "Subject": .text("B mail"), "ActivityDate": day("2026-11-26"), "WhoId": .id(world.ada),
      "Status": .text("Completed"),
    ])
    try world.task(["Subject": .text("C 100% o'clock_\\ \"x\"")])
    try world.task(["Subject": .text("D late"), "ActivityDate": day("2026-11-20"), "WhatId": .id(world.account)])
    try world.task(
      [
        "Subject": .text("E call"), "ActivityDate": day("2026-12-02"),
        "ReminderDateTime": .text("2026-11-25T23:30:00Z"),
      ], by: world.other)
    return world
  }

  @Test(
    "A condition finds what it should",
    arguments: [
      ("Subject = 'a CALL'", "A"), ("Subject != 'A call'", "BCDE"), ("Subject <> 'A call' AND Subject != null", "BCDE"),
      ("Subject LIKE '%call'", "AE"), ("Subject LIKE '_ MAIL'", "B"), ("Subject LIKE '%100\\%%'", "C"),
      ("Subject LIKE '%100\\_%'", ""), ("Subject = 'C 100% o\\'clock_\\\\ \\\"x\\\"'", "C"),
      ("NOT Subject LIKE '%call'", "BCD"), ("(NOT Subject LIKE '%call') AND ActivityDate != null", "BD"),
      ("ActivityDate = TODAY", "A"), ("ActivityDate = TOMORROW", "B"), ("ActivityDate < TODAY", "D"),
      ("ActivityDate <= TOMORROW", "ABD"), ("ActivityDate >= TODAY", "ABE"), ("ActivityDate > TODAY", "BE"),
      ("ActivityDate = NEXT_N_DAYS:7", "BE"), ("ActivityDate = NEXT_N_DAYS:6", "B"),
      ("ActivityDate = LAST_N_DAYS:5", "AD"), ("ActivityDate = LAST_N_DAYS:4", "A"), ("ActivityDate = YESTERDAY", ""),
      ("ActivityDate = 2026-11-20", "D"), ("ActivityDate != TODAY", "BCDE"), ("ActivityDate = null", "C"),
      ("ActivityDate = NULL OR IsClosed = true", "BC"), ("IsClosed = FALSE AND IsHighPriority = true", "A"),
      ("Status IN ('Completed', 'Deferred')", "B"), ("Status NOT IN ('Completed')", "ACDE"),
      ("Who.Name = 'ada lovelace'", "B"), ("Who.Type = 'Contact'", "B"), ("What.Name LIKE 'northwind%'", "D"),
      ("Who.Name = null", "ACDE"), ("Owner.Username = 'colleague@demo.example'", "E"),
      ("CreatedBy.Name LIKE 'Sam%'", "E"),
      ("Owner.Manager.LastName = 'Marchetti' AND (Subject LIKE 'A%' OR Subject LIKE 'E%')", "AE"),
      ("ReminderDateTime = TOMORROW", "E"), ("ReminderDateTime < 2026-11-26T00:30:00+01:00", ""),
      ("ReminderDateTime <= 2026-11-25T23:30:00.000+0000", "E"), ("CreatedDate = TODAY", "ABCDE"),
      ("CreatedDate >= 2026-11-25T09:30:00.001Z", ""), ("WhoId = ''", "ACDE"),
      ("WhoId IN (SELECT Id FROM Contact WHERE Name = 'Ada Lovelace')", "B"),
      ("WhatId NOT IN (SELECT Id FROM Account) AND WhatId = null", "ABCE"),
      ("WhatId NOT IN (SELECT AccountId FROM Contact)", "ABCE"), ("WhoId IN (SELECT Id FROM Lead)", ""),
      ("OwnerId IN (SELECT Id FROM User u WHERE u.Username = 'colleague@demo.example')", "E"),
      ("t.Subject = 'A call' OR Task.Subject = 'B mail'", "AB"), ("ActivityDate = THIS_WEEK", "AB"),
      ("ActivityDate = LAST_WEEK", "D"), ("ActivityDate = NEXT_WEEK", "E"), ("ActivityDate = N_DAYS_AGO:5", "D"),
    ])
  func conditions(condition: String, expected: String) throws {
    let world = try world()
    let rows = try world.org.rows(
      "SELECT Subject FROM Task t WHERE \(condition) ORDER BY Subject", by: world.rep, at: world.now)
    let found = rows.compactMap { $0["Subject"].text?.first }
    #expect(String(found) == expected)
  }

  @Test(
    "A backslash in a string takes the meaning from what follows it, once",
    arguments: [
      ("LIKE 'a\\\\b'", ["a\\b"]), ("LIKE 'a\\\\_'", ["a\\b"]), ("LIKE 'a\\_b'", ["a_b"]),
      ("LIKE 'a_b'", ["a\\b", "a_b", "a%b"]),
      ("LIKE 'a\\%b'", ["a%b"]), ("LIKE '%\\\\%'", ["a\\b"]), ("= 'a\\_b'", ["a_b"]), ("= 'a\\%b'", ["a%b"]),
      ("= 'a\\\\b'", ["a\\b"]),
    ])
  func escapes(condition: String, expected: [String]) throws {
    var world = try SmallOrg()
    for subject in ["a\\b", "a_b", "a%b"] { try world.task(["Subject": .text(subject)]) }
    #expect(try world.subjects("Subject \(condition)") == expected)
  }

  @Test("Ids of 15 and of 18 characters name the same record")
  func ids() throws {
    let world = try world()
    #expect(try world.subjects("OwnerId = '\(world.other.short)'") == ["E call"])
    #expect(try world.subjects("OwnerId IN ('\(world.other)') AND Id != null") == ["E call"])
  }

  @Test(
    "Rows come in the order that is asked for",
    arguments: [
      ("ORDER BY Subject DESC", "EDCBA"), ("ORDER BY ActivityDate", "CDABE"),
      ("ORDER BY ActivityDate NULLS LAST", "DABEC"),
      ("ORDER BY ActivityDate DESC NULLS LAST", "EBADC"), ("ORDER BY ActivityDate DESC", "CEBAD"),
      ("ORDER BY Priority DESC, Owner.Name, Subject DESC", "DCBEA"), ("ORDER BY Subject LIMIT 2", "AB"),
      ("ORDER BY Subject LIMIT 2 OFFSET 3", "DE"), ("LIMIT 0", ""), ("", "ABCDE"), ("LIMIT 2 OFFSET 1", "BC"),
      ("ORDER BY SystemModstamp DESC, Id DESC LIMIT 2", "ED"), ("ORDER BY SystemModstamp, Subject DESC", "EDCBA"),
      ("ORDER BY Id DESC", "EDCBA"), ("ORDER BY SystemModstamp, Id LIMIT 1 OFFSET 4", "E"),
    ])
  func order(clause: String, expected: String) throws {
    let world = try world()
    let rows = try world.org.rows("select Subject from TASK \(clause)", by: world.rep, at: world.now)
    #expect(String(rows.compactMap { $0["subject"].text?.first }) == expected)
  }

  @Test("FIELDS(STANDARD) selects what the user may see")
  func standardFields() throws {
    var world = try world()
    world.org.members[world.rep]?.restrictedFields[FieldName(object: "Task", field: "Priority")] = .hidden
    let row = try #require(
      try world.org.rows("SELECT FIELDS(STANDARD), Owner.Name FROM Task LIMIT 1", by: world.rep, at: world.now).first)
    let names = Schema.task.fields.filter { !$0.isOptional }.map(\.name).filter { $0 != "Priority" }
    #expect(row.names == names + ["Owner"])
    #expect(row["Owner.Name"] == .text("Robin Verhoeven"))
    let custom = try world.org.rows("SELECT FIELDS(CUSTOM) FROM Task LIMIT 200", by: world.rep, at: world.now)
    #expect(custom.count == 5)
  }

  @Test("A list of fields that was read before means what it means in the query that it stands in")
  func sameLists() throws {
    let world = try world()
    func first(_ soql: String) -> QueryRow? { try? world.org.rows(soql, by: world.rep, at: world.now).first }
    for _ in 1...2 {
      #expect(first("SELECT Id, t.Subject FROM Task t ORDER BY t.Subject")?["Subject"] == .text("A call"))
      #expect(first("SELECT Id, t.Subject FROM Task ORDER BY Subject") == nil)
      #expect(first("SELECT Id, Name FROM Contact")?.type == "Contact")
      #expect(first("SELECT Id, Name FROM Account")?.type == "Account")
      #expect(first("SELECT Id, Name FROM Task") == nil)
      #expect(first("SELECT Id from Task WHERE Subject = ' FROM '") == nil)
      #expect(first("SELECT Id from Task WHERE Subject = ' FROM Task") == nil)
    }
  }

  @Test("The query of a semi-join sees only what the user may see")
  func joinedSecurity() throws {
    var world = try world()
    world.org.members[world.rep]?.restrictedFields[FieldName(object: "Contact", field: "Email")] = .hidden
    #expect(throws: APIError.self) {
      try world.subjects("WhoId IN (SELECT Id FROM Contact WHERE Email != null)")
    }
  }

  @Test("A field that is hidden on the object behind Who is null there: selected, filtered and sorted by")
  func polymorphicSecurity() throws {
    var world = try world()
    let email = OrgValue.text("ada.lovelace@example.com")
    let soql = "SELECT Who.Email, Who.Name FROM Task WHERE WhoId != null"
    func row() throws -> QueryRow { try #require(world.org.rows(soql, by: world.rep, at: world.now).first) }
    #expect(try row()["Who.Email"] == email)
    #expect(try world.subjects("Who.Email LIKE 'ada%'") == ["B mail"])
    #expect(try world.subjects("Id != null ORDER BY Who.Email DESC NULLS LAST LIMIT 1") == ["B mail"])
    world.org.members[world.rep]?.restrictedFields[FieldName(object: "Contact", field: "Email")] = .hidden
    #expect(try row()["Who.Email"] == .null)
    #expect(try row()["Who.Name"] == .text("Ada Lovelace"))
    #expect(try world.subjects("Who.Email LIKE 'ada%'") == [])
    #expect(try world.subjects("Id != null ORDER BY Who.Email DESC NULLS LAST LIMIT 1") == ["A call"])
  }

  @Test("Behind Who there is nothing where the user may not read the object")
  func polymorphicObjectSecurity() throws {
    var world = try world()
    world.org.changeMember(world.rep) { $0.objectAccess["Contact"] = [] }
    #expect(try world.subjects("Who.Type = 'Contact' OR Who.Name != null") == [])
    let row = try #require(
      try world.org.rows("SELECT Who.Name FROM Task WHERE WhoId != null", by: world.rep, at: world.now).first)
    guard case .related(nil) = row.cells.first else {
      Issue.record("Who is \(row.cells)")
      return
    }
  }

  @Test("Date literals are meant in the time zone of the user who asks")
  func userTimeZone() throws {
    var world = try world()
    // 23:30 UTC is the next day in Amsterdam and the same in London.
    try world.org.update(
      world.other.text, ["TimeZoneSidKey": .text("Europe/London")], by: try #require(DemoUser.admin.id(in: world.org)),
      at: world.now)
    let soql = "SELECT Id FROM Task WHERE ReminderDateTime = TODAY"
    #expect(try world.org.rows(soql, by: world.rep, at: world.now).isEmpty)
    #expect(try world.org.rows(soql, by: world.other, at: world.now).count == 1)
  }

  @Test(
    "A query of some owners looks at their records alone",
    arguments: [("", 4), (" ORDER BY Subject", 4), (" ORDER BY SystemModstamp DESC, Id DESC", 4)])
  func owners(order: String, expected: Int) throws {
    var world = try SmallOrg()
    let admin = try #require(DemoUser.admin.id(in: world.org))
    for index in 0..<40 { try world.task(["Subject": .text("\(index)")]) }
    for user in [world.other, admin, admin, world.other] { try world.task(by: user) }
    let soql = "SELECT Id FROM Task WHERE OwnerId IN ('\(world.other)', '\(admin)')" + order
    let query = try BoundQuery(soql, for: FieldReader(org: world.org, user: world.rep))
    let table = try #require(world.org.tables["Task"])
    var looks = 0
    AccessPath(to: table, where: query.condition, order: query.order)
      .forEachPosition(in: table) { _ in
        looks += 1
        return true
      }
    #expect(looks == expected)
    let owners = try world.org.rows(soql, by: world.rep, at: world.now)
      .compactMap { world.org.find($0.id)?["OwnerId"].id }
    #expect(owners == [world.other, admin, admin, world.other])
  }

  @Test("A query of some records by Id, or of an owner's since a moment, looks at these alone")
  func branches() throws {
    var world = try SmallOrg()
    for index in 0..<40 { try world.task(["Subject": .text("\(index)")]) }
    let ids = world.org.all("Task").prefix(2).map { $0.id }
    world.pass(seconds: 60)
    let since = world.now.formatted(.iso8601)
    try world.task(["Subject": .text("late")])
    let soql =
      "SELECT Id FROM Task WHERE ((OwnerId = '\(world.rep)' AND SystemModstamp >= \(since)) OR Id IN ('\(ids[0])', '\(ids[1])'))"
      + " ORDER BY SystemModstamp, Id LIMIT 2000"
    let query = try BoundQuery(soql, for: FieldReader(org: world.org, user: world.rep))
    let table = try #require(world.org.tables["Task"])
    var looks = 0
    AccessPath(to: table, where: query.condition, order: query.order)
      .forEachPosition(in: table) { _ in
        looks += 1
        return true
      }
    #expect(looks == 3)
    let found = try world.org.rows(soql, by: world.rep, at: world.now).map { $0.id }
    #expect(Array(found.prefix(2)) == Array(ids) && found.count == 3)
  }

  @Test("COUNT() tells how many without rows")
  func count() throws {
    let world = try world()
    let result = try world.org.query("SELECT COUNT() FROM Task WHERE IsClosed = false", by: world.rep, at: world.now)
    #expect(result.totalSize == 4)
    #expect(result.rows(0..<4, in: world.org).isEmpty)
  }

  @Test("Deleted records are found by queryAll only")
  func deleted() throws {
    var world = try world()
    let id = try #require(try world.org.rows("SELECT Id FROM Task LIMIT 1", by: world.rep, at: world.now).first).id
    try world.org.delete(id.text, by: world.rep, at: world.now)
    #expect(try world.subjects("Subject LIKE 'A%'") == [])
    #expect(try world.subjects("Subject LIKE 'A%' AND IsDeleted = true", all: true) == ["A call"])
  }

  @Test("Paging by stamp and Id finds every row once, though many share a millisecond")
  func paging() throws {
    var world = try SmallOrg()
    for index in 0..<25 {
      try world.task(["Subject": .text("\(index)")])
      if index % 10 == 9 { world.pass(seconds: 0.001) }
    }
    var found: [RecordID] = []
    var condition = "SystemModstamp > 2026-01-01T00:00:00Z"
    while true {
      let page = try world.org.rows(
        "SELECT Id, SystemModstamp FROM Task WHERE \(condition) ORDER BY SystemModstamp, Id LIMIT 4", by: world.rep,
        at: world.now)
      guard let last = page.last, let stamp = last["SystemModstamp"].time else { break }
      found += page.map(\.id)
      condition = "SystemModstamp > \(stamp) OR (SystemModstamp = \(stamp) AND Id > '\(last.id)')"
    }
    #expect(found == found.sorted())
    #expect(Set(found).count == 25)
    #expect(found.count == 25)
  }
}
