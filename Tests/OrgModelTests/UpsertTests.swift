import Foundation
import Testing

@testable import OrgModel

struct UpsertTests {
  private let unique = "Command_Center_Id__c"
  private let shared = "Legacy_Id__c"

  private func world() throws -> SmallOrg {
    var world = try SmallOrg()
    world.org.optionalFields = [
      FieldName(object: "Task", field: unique), FieldName(object: "Task", field: shared),
    ]
    return world
  }

  @Test("An upsert makes a record once and changes it from then on, whatever the case of the value")
  func upsert() throws {
    var world = try world()
    func upsert(_ value: String, _ fields: Fields) throws -> (id: RecordID, isNew: Bool) {
      try world.org.upsert("Task", fields, matching: "command_center_id__C", value, by: world.rep, at: world.now)
    }
    let first = try upsert("abc-1", ["Subject": .text("One")])
    #expect(first.isNew)
    let second = try upsert("ABC-1", ["Priority": .text("High")])
    #expect(second.id == first.id && !second.isNew)
    let task = try world.task(first.id)
    #expect(task["Subject"] == .text("One"))
    #expect(task["Priority"] == .text("High"))
    #expect(task[unique] == .text("abc-1"))
    try world.org.delete(first.id.text, by: world.rep, at: world.now)
    #expect(try upsert("abc-1", [:]).isNew)
    #expect(
      error(.duplicateValue) { try world.org.undelete(first.id.text, by: world.rep, at: world.now) } != nil)
  }

  @Test("A value that another record has is refused with the Id of that record")
  func duplicate() throws {
    var world = try world()
    let id = try world.task([unique: .text("abc-1")])
    let refused = error(.duplicateValue) { try world.task([unique: .text("ABC-1")]) }
    #expect(
      refused?.message
        == "duplicate value found: Command_Center_Id__c duplicates value on record with id: \(id.short)")
    try world.org.update(id.text, [unique: .text("Abc-1")], by: world.rep, at: world.now)
    try world.task([unique: .null])
    try world.task([unique: .null])
  }

  @Test("A record is found by the value that it has now, not by one that it had")
  func moved() throws {
    var world = try world()
    let ids = try (0..<2).map { _ in try world.task([shared: .text("old")]) }
    func found(_ value: String) throws -> [RecordID] {
      try world.org.matches("Task", shared, value, by: world.rep).map(\.id)
    }
    try world.org.update(ids[0].text, [shared: .text("New")], by: world.rep, at: world.now)
    #expect(try found("old") == [ids[1]])
    #expect(try found("new") == [ids[0]])
    try world.org.update(ids[1].text, [shared: .null], by: world.rep, at: world.now)
    #expect(try found("old") == [])
    world.org.purge(ids[0])
    #expect(try found("new") == [])
  }

  @Test("White space around the value of an upsert does not count, and white space alone is no value")
  func whiteSpace() throws {
    var world = try world()
    let id = try world.task([unique: .text("abc")])
    let saved = try world.org.upsert("Task", [:], matching: unique, " abc ", by: world.rep, at: world.now)
    #expect(saved.id == id && !saved.isNew)
    #expect(
      error(.missingArgument) {
        _ = try world.org.upsert("Task", [:], matching: unique, "  ", by: world.rep, at: world.now)
      } != nil)
    let results = world.org.save(
      ["one", "one ", " "].map { .upsert(object: "Task", matching: unique, [unique: .text($0)]) }, allOrNone: false,
      by: world.rep, at: world.now)
    #expect(results.map(\.errorCode) == [.duplicateValue, .duplicateValue, .missingArgument])
    #expect(world.org.all("Task").count == 1)
  }

  @Test("An upsert that could mean several records writes none")
  func ambiguous() throws {
    var world = try world()
    let ids = try (0..<2).map { _ in try world.task([shared: .text("old")]) }
    #expect(
      error(.duplicateExternalID) {
        _ = try world.org.upsert("Task", [:], matching: shared, "old", by: world.rep, at: world.now)
      } != nil)
    #expect(try world.org.matches("Task", shared, "OLD", by: world.rep).map(\.id) == ids)
  }

  @Test(
    "An upsert by something else than an external Id is refused",
    arguments: [
      ("Task", "Subject", ErrorCode.notFound), ("Task", "Foo__c", .notFound), ("Tusk", "Foo__c", .invalidType),
    ])
  func wrongField(object: String, field: String, code: ErrorCode) throws {
    var world = try world()
    #expect(
      error(code) { _ = try world.org.upsert(object, [:], matching: field, "x", by: world.rep, at: world.now) } != nil)
  }

  @Test("The field of the upsert is not among the values, and does not exist until it is switched on")
  func fieldInBody() throws {
    var world = try world()
    let refused = error(.invalidField) {
      _ = try world.org.upsert(
        "Task", [unique: .text("x")], matching: unique, "x", by: world.rep, at: world.now)
    }
    #expect(refused?.message == "The Command_Center_Id__c field should not be specified in the sobject data.")
    world.org.optionalFields = []
    #expect(
      error(.notFound) {
        _ = try world.org.upsert("Task", [:], matching: unique, "x", by: world.rep, at: world.now)
      } != nil)
    #expect(
      error(.invalidField) {
        _ = try world.org.rows("SELECT Command_Center_Id__c FROM Task", by: world.rep, at: world.now)
      } != nil)
  }

  @Test("A field that is switched off again keeps its value, but nobody reads it")
  func switchedOff() throws {
    var world = try world()
    let id = try world.task([unique: .text("x")])
    world.org.optionalFields = []
    #expect(try world.org.record(id.text, by: world.rep)[unique] == .null)
    world.org.optionalFields = [FieldName(object: "Task", field: unique)]
    #expect(try world.org.record(id.text, by: world.rep)[unique] == .text("x"))
  }

  @Test("Of several upserts each is settled by itself, and those that name the same value are refused")
  func batch() throws {
    var world = try world()
    let old = try world.task([unique: .text("old")])
    func upsert(_ fields: Fields) -> Change { .upsert(object: "Task", matching: unique, fields) }
    let results = world.org.save(
      [
        upsert([unique: .text("old"), "Subject": .text("x")]), upsert([unique: .text("new")]),
        upsert([unique: .text("twice")]), upsert(["Subject": .text("x")]), upsert([unique: .text("TWICE")]),
      ], allOrNone: false, by: world.rep, at: world.now)
    #expect(results.map(\.errorCode) == [nil, nil, .duplicateValue, .missingArgument, .duplicateValue])
    #expect(results[0] == .success(Saved(id: old, isNew: false)))
    #expect(try results[1].get().isNew)
    #expect(world.org.all("Task").count == 2)
  }
}
