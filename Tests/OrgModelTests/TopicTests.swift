import Foundation
import Testing

@testable import OrgModel

struct TopicTests {
  private func world(
    _ query: String = "SELECT Id, Subject FROM Task WHERE IsClosed = false", _ more: Fields = [:],
    sharing: ActivitySharing = .publicReadWrite
  ) throws -> SmallOrg {
    var world = try SmallOrg(sharing: sharing)
    let fields: Fields = ["Name": .text("Mine"), "Query": .text(query), "ApiVersion": .number(60)]
    _ = try world.org.create("PushTopic", fields.merging(more) { $1 }, by: world.rep, at: world.now)
    return world
  }

  private func kinds(_ world: SmallOrg, to user: RecordID? = nil) -> [ChangeEvent.Kind] {
    world.org.notifications(ofTopic: "Mine", after: 0, to: user ?? world.rep).map(\.kind)
  }

  @Test("A topic tells of every kind of change, with the selected fields; of a delete the Id alone")
  func kinds() throws {
    var world = try world()
    let id = try world.task()
    try world.org.update(id.text, ["Subject": .text("Ring")], by: world.other, at: world.now)
    try world.org.delete(id.text, by: world.rep, at: world.now)
    try world.org.undelete(id.text, by: world.rep, at: world.now)
    let told = world.org.notifications(ofTopic: "Mine", after: 0, to: world.rep)
    #expect(told.map(\.kind) == [.created, .updated, .deleted, .undeleted])
    #expect(told.map { $0.row["Subject"].text } == ["Call", "Ring", nil, "Ring"])
    #expect(told.map(\.row.id) == [id, id, id, id])
    #expect(told.map(\.replayID) == told.map(\.replayID).sorted())
    #expect(world.org.notifications(ofTopic: "Mine", after: told[1].replayID, to: world.rep).count == 2)
  }

  @Test(
    "Which fields must change is what NotifyForFields says",
    arguments: [
      ("All", "Priority", true), ("Referenced", "Priority", false), ("Referenced", "Subject", true),
      ("Referenced", "ActivityDate", true), ("Select", "Subject", true), ("Select", "ActivityDate", false),
      ("Where", "ActivityDate", true), ("Where", "Subject", false),
    ])
  func fields(setting: String, changed: String, isTold: Bool) throws {
    var world = try world(
      "SELECT Id, Subject FROM Task WHERE ActivityDate != null",
      ["NotifyForFields": .text(setting), "NotifyForOperationCreate": .flag(false)])
    let id = try world.task(["ActivityDate": .text("2026-11-25")])
    let values: Fields = [
      "Priority": .text("High"), "Subject": .text("Other"), "ActivityDate": .text("2026-11-26"),
    ]
    world.pass(seconds: 1)
    try world.org.update(id.text, values.filter { $0.key == changed }, by: world.rep, at: world.now)
    #expect(kinds(world) == (isTold ? [.updated] : []))
  }

  @Test("A record that leaves the condition, or an unwanted operation, is not told of")
  func unwanted() throws {
    var world = try world(
      "SELECT Id, OwnerId FROM Task WHERE IsClosed = false", ["NotifyForOperationDelete": .flag(false)])
    let id = try world.task()
    try world.org.update(id.text, ["Status": .text("Completed")], by: world.rep, at: world.now)
    try world.org.delete(id.text, by: world.rep, at: world.now)
    #expect(kinds(world) == [.created])
  }

  @Test("Where sharing is private, deletes are told only to those who may view all data")
  func privateDeletes() throws {
    var world = try world(sharing: .private)
    let id = try world.task()
    try world.org.delete(id.text, by: world.rep, at: world.now)
    #expect(kinds(world) == [.created])
    #expect(kinds(world, to: world.other) == [])
    let admin = try #require(DemoUser.admin.id(in: world.org))
    #expect(kinds(world, to: admin) == [.created, .deleted])
  }

  @Test("Events are kept for 24 hours")
  func retention() throws {
    var world = try world()
    try world.task()
    world.pass(seconds: 24 * 3600 - 1)
    try world.task()
    #expect(kinds(world).count == 2)
    world.pass(seconds: 2)
    try world.task()
    #expect(kinds(world).count == 2)
    #expect(!world.org.replayableIDs.contains(1))
    #expect(world.org.replayableIDs.contains(2))
  }

  @Test("A topic needs the permission, a name of its own and a query that fits")
  func creation() throws {
    var world = try world()
    func create(_ name: String, _ query: String, by user: RecordID) -> ErrorCode? {
      let fields: Fields = ["Name": .text(name), "Query": .text(query), "ApiVersion": .number(60)]
      return
        world.org
        .apply(
          [.create(object: "PushTopic", fields)], allOrNone: false, by: user, at: world.now)[0]
        .errorCode
    }
    #expect(create("B", "SELECT Id FROM Task", by: world.other) == .cannotInsertUpdateActivateEntity)
    #expect(create("Mine", "SELECT Id FROM Task", by: world.rep) == .duplicateDeveloperName)
    #expect(create("C", "SELECT Subject FROM Task", by: world.rep) == .invalidField)
    #expect(create("D", "SELECT Id FROM", by: world.rep) == .malformedQuery)
    #expect(create("E", "SELECT Id FROM Task ORDER BY Id", by: world.rep) == .invalidField)
    #expect(create("F", "SELECT Id FROM Task", by: world.rep) == nil)
    #expect(world.org.hasTopic(named: "F"))
  }

  @Test("A topic tells nothing of what was before it, nor once it is inactive")
  func lifetime() throws {
    var world = try SmallOrg()
    try world.task()
    let id = try world.org.create(
      "PushTopic", ["Name": .text("Mine"), "Query": .text("SELECT Id FROM Task"), "ApiVersion": .number(60)],
      by: world.rep, at: world.now)
    #expect(kinds(world) == [])
    try world.org.update(id.text, ["IsActive": .flag(false)], by: world.rep, at: world.now)
    try world.task()
    #expect(kinds(world) == [])
    #expect(!world.org.hasTopic(named: "Mine"))
  }
}
