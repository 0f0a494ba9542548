import Foundation
import Testing

@testable import OrgModel

struct SearchTests {
  private func names(_ sosl: String, in world: SmallOrg) throws -> [String] {
    try world.org.search(sosl, by: world.rep, at: world.now).map { $0["Name"].text ?? $0["Subject"].text ?? "" }
  }

  @Test(
    "A search finds people by their words",
    arguments: [
      ("{ada}", ["Ada Lovelace"]), ("{ADA*}", ["Ada Lovelace"]), ("{ad}", []), ("{love* ada}", ["Ada Lovelace"]),
      ("{\"ada lovelace\"}", ["Ada Lovelace"]), ("{\"lovelace ada\"}", []), ("{l?velace}", ["Ada Lovelace"]),
      ("{zoe}", ["Zoë Coöper"]), ("{nunez}", ["María José Núñez"]), ("{O'Brien}", ["Tom O'Brien"]),
      ("{ada OR zoe}", ["Ada Lovelace", "Zoë Coöper"]), ("{(ada OR zoe) AND NOT coop*}", ["Ada Lovelace"]),
      ("{ada AND hopper}", []), ("{*lovelace}", ["Ada Lovelace"]), ("{小林}", ["健 小林"]), ("{健}", ["健 小林"]),
      ("{ada.lovelace@example.com}", ["Ada Lovelace"]), ("{van den berg}", ["Joost van den Berg"]),
      ("{ada\\*}", ["Ada Lovelace"]), ("{nobody}", []), ("{lovelace analysis}", ["Ada Lovelace"]),
    ])
  func people(term: String, expected: [String]) throws {
    let world = try SmallOrg()
    #expect(try names("FIND \(term) RETURNING Contact(Id, Name ORDER BY Name)", in: world) == expected)
  }

  @Test("IN tells in which fields to look")
  func scopes() throws {
    let world = try SmallOrg()
    let returning = "RETURNING Contact(Name)"
    #expect(try names("FIND {analysis} IN ALL FIELDS \(returning)", in: world) == ["Ada Lovelace"])
    #expect(try names("FIND {analysis} IN NAME FIELDS \(returning)", in: world).isEmpty)
    #expect(try names("FIND {zoe.cooper} in email fields \(returning)", in: world) == ["Zoë Coöper"])
    #expect(try names("FIND {lovelace} IN PHONE FIELDS \(returning)", in: world).isEmpty)
  }

  @Test("RETURNING tells of which objects, which of their records, and in which order")
  func returning() throws {
    var world = try SmallOrg()
    try world.task(["Subject": .text("Call Ada")])
    let rows = try world.org.search(
      "FIND {ada OR maarten} RETURNING Lead(Id, Name, Company), Task, Contact(Name, Account.Name WHERE Name LIKE 'Ada%')",
      by: world.rep, at: world.now)
    #expect(rows.map(\.type) == ["Lead", "Task", "Contact"])
    #expect(rows.map(\.names) == [["Id", "Name", "Company"], ["Id"], ["Name", "Account"]])
    #expect(try names("FIND {e*n OR a*a} RETURNING Contact(Name ORDER BY Name DESC LIMIT 1)", in: world).count == 1)
    #expect(try names("FIND {example} RETURNING Contact(Name LIMIT 3), User(Name) LIMIT 5", in: world).count == 5)
    #expect(try world.org.search("FIND {ada}", by: world.rep, at: world.now).map(\.type) == ["Contact", "Task"])
  }

  @Test("A search looks no further when it has enough")
  func enough() throws {
    let world = try SmallOrg()
    let reader = FieldReader(org: world.org, user: world.rep)
    let context = QueryContext(org: world.org, now: Timestamp(world.now), user: world.rep)
    for (soql, expected) in [
      ("SELECT Id FROM Contact", 3), ("SELECT Id FROM Contact LIMIT 2", 2), ("SELECT Id FROM Contact OFFSET 1", 4),
    ] {
      var looks = 0
      let found = try BoundQuery(soql, for: reader)
        .run(in: context, atMost: 3) { _ in
          looks += 1
          return true
        }
      #expect(looks == expected)
      #expect(found.count == min(3, looks))
    }
    #expect(try names("FIND {example} RETURNING Contact(Name), User(Name) LIMIT 0", in: world).isEmpty)
  }

  @Test("A search of everything passes over the objects that the user may not read")
  func everything() throws {
    var world = try SmallOrg()
    world.org.changeMember(world.rep) { $0.objectAccess["Lead"] = [] }
    #expect(try world.org.search("FIND {ada}", by: world.rep, at: world.now).map(\.type) == ["Contact"])
  }

  @Test("A search shows only what the user may see")
  func security() throws {
    var world = try SmallOrg(sharing: .private)
    try world.task(["Subject": .text("secret plan")], by: world.other)
    let deleted = try world.task(["Subject": .text("secret past")])
    try world.org.delete(deleted.text, by: world.rep, at: world.now)
    #expect(try names("FIND {secret} RETURNING Task(Subject)", in: world).isEmpty)
    world.org.members[world.rep]?.restrictedFields[FieldName(object: "Contact", field: "Title")] = .hidden
    #expect(try names("FIND {analysis} RETURNING Contact(Name)", in: world).isEmpty)
    #expect(throws: APIError.self) { try names("FIND {ada} RETURNING Contact(Title)", in: world) }
  }

  @Test(
    "An error of a search without SOSL points at its place in the target",
    arguments: [
      (SearchTarget(object: "Contact", fields: ["Name"], condition: "Foo = 'x'"), "Contact(Name WHERE Foo = 'x')", 20),
      (SearchTarget(object: "Contact", order: "Foo", limit: 1), "Contact(Id ORDER BY Foo LIMIT 1)", 21),
      (SearchTarget(object: "Contact", fields: ["Name", "Id) "]), "Contact(Name, Id) )", 19),
      (SearchTarget(object: "Tusk"), "Tusk(Id)", 1),
    ])
  func place(target: SearchTarget, text: String, column: Int) throws {
    let world = try SmallOrg()
    let refusal = try #require(throws: APIError.self) {
      try world.org.search(for: "ada", in: .all, targets: [target], by: world.rep, at: world.now)
    }
    let caret = String(repeating: " ", count: column - 1) + "^"
    #expect(
      refusal.message.hasPrefix("\n\(text)\n\(caret)\nERROR at Row:1:Column:\(column)\n"), "\(refusal.message)")
  }

  @Test(
    "A search that is wrong is refused with Salesforce's code",
    arguments: [
      ("", ErrorCode.malformedSearch), ("SELECT Id FROM Contact", .malformedSearch), ("FIND 'ada'", .malformedSearch),
      ("FIND {ada", .malformedSearch), ("FIND {}", .invalidSearch), ("FIND {a}", .invalidSearch),
      ("FIND {a*}", .invalidSearch), ("FIND {*}", .invalidSearch), ("FIND {ada AND}", .malformedSearch),
      ("FIND {(ada}", .malformedSearch), ("FIND {NOT ada}", .malformedSearch),
      ("FIND {ada} IN SIDEBAR FIELDS", .malformedSearch), ("FIND {ada} RETURNING", .malformedSearch),
      ("FIND {ada} RETURNING Contact(", .malformedSearch), ("FIND {ada} RETURNING Contact()", .malformedSearch),
      ("FIND {ada} RETURNING Contact(Foo)", .invalidField), ("FIND {ada} RETURNING Tusk", .invalidType),
      ("FIND {ada} RETURNING TaskStatus", .invalidType),
      ("FIND {ada} RETURNING Contact(Id), Lead, contact(Name)", .malformedSearch),
      ("FIND {ada} WITH NETWORK = 'x'", .malformedSearch),
      ("FIND {ada} RETURNING Contact(Id WHERE Name = )", .malformedSearch), ("FIND {ada} LIMIT x", .malformedSearch),
      ("FIND {\(String(repeating: "(", count: 20_000))ada}", .malformedSearch),
    ])
  func refused(sosl: String, code: ErrorCode) throws {
    let world = try SmallOrg()
    let refusal = try #require(throws: APIError.self) { try world.org.search(sosl, by: world.rep, at: world.now) }
    #expect(refusal.code == code, "\(refusal.message)")
  }
}
