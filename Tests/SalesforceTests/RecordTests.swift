import Foundation
import OrgModel
import OrgServer
import Testing

@testable import Salesforce

@Suite("People and other records of an org, over HTTPS")
struct RecordTests {
  private func queries(_ connection: RESTConnection, since: Date? = nil) async throws -> [RecordQuery] {
    let user = try await connection.user()
    return OrgObject.allCases.map { RecordQuery(object: $0, owner: user.id, since: since) }
  }

  @Test("Five objects are read in one request, each record with what tells it from others of its name")
  func records() async throws {
    try await SecureOrg.run { org throws in
      let connection = try await org.connection()
      let queries = try await queries(connection)
      _ = try await connection.apiVersion()
      let before = await connection.requestCount()
      let answers = try await connection.records(queries)
      #expect(await connection.requestCount() == before + 1)
      let all = try answers.map { try #require($0) }
      try #require(all.count == 5)
      #expect(all.map(\.first?.object) == OrgObject.allCases)
      let ada = try #require(all[1].first { $0.name == "Ada Lovelace" })
      #expect(ada.details == ["Head of Analysis", "Northwind Cargo"])
      #expect(ada.email == "ada.lovelace@example.com" && ada.phone == "+31 6 5550 1000")
      let olena = try #require(all[2].first { $0.name == "Olena Kovalenko" })
      #expect(olena.details.first == "Logistics" && olena.id.hasPrefix("00Q"))
      #expect(all[3].first { $0.name == "Lumen Optics" }?.phone != nil)
      #expect(all[4].first { $0.name.hasPrefix("Lumen Optics") }?.details == ["Prospecting", "Lumen Optics"])
      #expect(!all[0].contains { $0.name == "Paula Reyes" })
      #expect(all[0].first { $0.name == "Sam Okafor" }?.ownerID == nil)
    }
  }

  @Test("An object that the user may not see is missing, of one with a hidden field there are the names")
  func rights() async throws {
    try await SecureOrg.run { org throws in
      let connection = try await org.connection()
      try await org.server.change { model throws in
        let rep = try #require(DemoUser.rep.id(in: model))
        model.changeMember(rep) { member in
          member.objectAccess["Lead"] = []
          member.restrictedFields[FieldName(object: "Contact", field: "Email")] = .hidden
        }
      }
      let answers = try await connection.records(try await queries(connection))
      #expect(answers.map { $0 == nil } == [false, false, true, false, false])
      let ada = try #require(answers[1]?.first { $0.name == "Ada Lovelace" })
      #expect(ada.email == nil && ada.details == [])
      let search = try #require(RecordSearch("ada", in: [.contact, .lead]))
      #expect(try await connection.search(search).map(\.name) == ["Ada Lovelace"])
    }
  }

  @Test("Changes are told with what is deleted, deactivated, and given by Id; pages follow one another")
  func changes() async throws {
    try await SecureOrg.run { org throws in
      let connection = try await org.connection()
      let user = try await connection.user()
      let since = Date.now.addingTimeInterval(-3_600)
      let contacts = try #require(
        try await connection.records([RecordQuery(object: .contact, owner: user.id)])[0])
      let (first, second) = (try #require(contacts.first), try #require(contacts.last))
      try await org.server.change { model throws in
        let admin = try #require(DemoUser.admin.id(in: model))
        try model.delete(first.id, by: admin, at: .now)
        try model.update(
          try #require(DemoUser.colleague.id(in: model)).text, ["IsActive": .flag(false)], by: admin, at: .now)
      }
      let answers = try await connection.records([
        RecordQuery(object: .contact, owner: user.id, since: since, ids: [second.id]),
        RecordQuery(object: .user, owner: user.id, since: since),
        RecordQuery(
          object: .contact, owner: user.id, after: RecordQuery.Place(stamp: second.stamp, id: second.id)),
      ])
      let found = try answers.map { try #require($0) }
      #expect(Set(found[0].map(\.id)) == [first.id, second.id])
      #expect(found[0].filter(\.isGone).map(\.id) == [first.id])
      #expect(found[1].map(\.name) == ["Sam Okafor"] && found[1].allSatisfy(\.isGone))
      #expect(found[2] == [])
    }
  }

  @Test("Look-ahead finds the beginnings of words, whatever is typed, and nobody who has left")
  func search() async throws {
    try await SecureOrg.run { org throws in
      let connection = try await org.connection()
      func names(_ text: String, _ objects: OrgObject...) async throws -> [String] {
        guard let search = RecordSearch(text, in: objects) else { return ["(not asked)"] }
        return try await connection.search(search).map(\.name)
      }
      #expect(try await names("Ada Love", .contact, .lead) == ["Ada Lovelace"])
      #expect(try await names("zoe", .contact) == ["Zoë Coöper"])
      #expect(try await names("O'Br", .contact) == ["Tom O'Brien"])
      #expect(try await names("satō", .contact, .lead) == ["Haruto Satō"])
      #expect(try await names("lumen", .account, .opportunity).count == 2)
      #expect(try await names("okafor", .user) == ["Sam Okafor"])
      #expect(try await names("reyes", .user) == [])
      #expect(try await names("nobody", .contact, .lead, .user) == [])
      for text in [#"a{b}c"#, #"x" OR "y"#, "AND", "or not", #"a\b"#, "zz*?", "ab&|!", "[ab](cd)^~:+-"] {
        #expect(try await names(text, .contact, .lead) == [], "\(text)")
      }
      #expect(try await names("a", .contact) == ["(not asked)"])
      #expect(try await names("* ?", .contact) == ["(not asked)"])
    }
  }

  @Test("The records that the user dealt with last are told by Id and name")
  func recent() async throws {
    try await SecureOrg.run { org throws in
      let connection = try await org.connection()
      #expect(try await connection.recentRecords() == [])
      let contacts = try await connection.records([
        RecordQuery(object: .contact, owner: try await connection.user().id)
      ])
      let ada = try #require(contacts[0]?.first { $0.name == "Ada Lovelace" })
      let task = try await connection.create([[.subject: .text("Call")]])
      #expect(task.count == 1)
      _ = try await connection.call(
        .patch, "/sobjects/Contact/\(ada.id)", body: Data(#"{"Title": "Countess"}"#.utf8))
      // The task is in the list too, and of no use.
      #expect(
        try await connection.recentRecords()
          == [RecentRecord(object: .contact, id: ada.id, name: "Ada Lovelace")])
    }
  }

  @Test(
    "What is typed is a text in SOSL, whatever stands in it",
    arguments: [
      ("ada", "ada*"), ("Ada  LOVE", "ada* love*"), ("AND x OR", "and* or*"), ("o'brien", #"o\'brien*"#),
      ("a{b}*", #"a\{b\}\**"#), ("小", "小*"),
    ])
  func terms(text: String, term: String) throws {
    let sosl = try #require(RecordSearch(text, in: [.lead], limit: 5)).sosl(onlyNecessary: true)
    #expect(
      sosl == "FIND {\(term)} IN NAME FIELDS RETURNING Lead(Id, Name, SystemModstamp, OwnerId, IsDeleted, IsConverted"
        + " LIMIT 5)")
  }
}
