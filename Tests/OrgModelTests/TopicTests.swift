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

  private func told(
    _ world: SmallOrg, on channel: String = "/topic/Mine", after replayID: Int = 0, to user: RecordID? = nil
  ) throws -> [TopicNotification] {
    let user = user ?? world.rep
    return try world.org.messages(on: world.org.channel(channel, for: user), after: replayID, to: user)
      .compactMap { message in
        if case .topic(let notification) = message { notification } else { nil }
      }
  }

  private func kinds(_ world: SmallOrg, to user: RecordID? = nil) throws -> [ChangeEvent.Kind] {
    try told(world, to: user).map(\.kind)
  }

  @Test("A topic tells of every kind of change, with the selected fields; of a delete the Id alone")
  func kinds() throws {
    var world = try world()
    let id = try world.task()
    try world.org.update(id.text, ["Subject": .text("Ring")], by: world.other, at: world.now)
    try world.org.delete(id.text, by: world.rep, at: world.now)
    try world.org.undelete(id.text, by: world.rep, at: world.now)
    let told = try told(world)
    #expect(told.map(\.kind) == [.created, .updated, .deleted, .undeleted])
    #expect(told.map { $0.row["Subject"].text } == ["Call", "Ring", nil, "Ring"])
    #expect(told.map(\.row.id) == [id, id, id, id])
    #expect(told.map(\.replayID) == told.map(\.replayID).sorted())
    #expect(try self.told(world, after: told[1].replayID).count == 2)
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
    #expect(try kinds(world) == (isTold ? [.updated] : []))
  }

  @Test("A record that leaves the condition, or an unwanted operation, is not told of")
  func unwanted() throws {
    var world = try world(
      "SELECT Id, OwnerId FROM Task WHERE IsClosed = false", ["NotifyForOperationDelete": .flag(false)])
    let id = try world.task()
    try world.org.update(id.text, ["Status": .text("Completed")], by: world.rep, at: world.now)
    try world.org.delete(id.text, by: world.rep, at: world.now)
    #expect(try kinds(world) == [.created])
  }

  @Test("Where sharing is private, deletes are told only to those who may view all data")
  func privateDeletes() throws {
    var world = try world(sharing: .private)
    let id = try world.task()
    try world.org.delete(id.text, by: world.rep, at: world.now)
    #expect(try kinds(world) == [.created])
    #expect(try kinds(world, to: world.other) == [])
    let admin = try #require(DemoUser.admin.id(in: world.org))
    #expect(try kinds(world, to: admin) == [.created, .deleted])
  }

  @Test("Private sharing of activities hides no delete of another object, nor any from who may view all tasks")
  func otherDeletes() throws {
    var world = try world("SELECT Id FROM Account", sharing: .private)
    let account = try world.org.create("Account", ["Name": .text("Acme")], by: world.rep, at: world.now)
    try world.org.delete(account.text, by: world.rep, at: world.now)
    #expect(try kinds(world, to: world.other) == [.created, .deleted])
    var tasks = try self.world(sharing: .private)
    tasks.org.members[tasks.other]?.objectAccess["Task"] = [.read, .viewAll]
    let id = try tasks.task()
    try tasks.org.delete(id.text, by: tasks.rep, at: tasks.now)
    #expect(try kinds(tasks, to: tasks.other) == [.created, .deleted])
  }

  @Test("A PushTopic can be replayed for 24 hours, change events for 72; the log does not grow beyond")
  func retention() throws {
    var world = try world()
    let admin = try #require(DemoUser.admin.id(in: world.org))
    let topic = try world.org.channel("/topic/Mine", for: admin)
    let changes = try world.org.channel("/data/TaskChangeEvent", for: admin)
    func replayable(_ channel: EventChannel) -> ClosedRange<Int> {
      world.org.replayableIDs(on: channel, at: Timestamp(world.now))
    }
    let first = world.org.lastReplayID
    try world.task()
    world.pass(seconds: 24 * 3600 - 1)
    try world.task()
    #expect(replayable(topic) == first - 1...first + 2)
    world.pass(seconds: 2)
    #expect(replayable(topic) == first + 1...first + 2)
    #expect(replayable(changes) == 0...first + 2)
    world.pass(seconds: 72 * 3600)
    #expect(replayable(changes) == first + 2...first + 2)
    world.pass(seconds: 24 * 3600)
    try world.task()
    #expect(world.org.events().count == 1)
    world.org.forgetEvents()
    #expect(replayable(changes) == first + 3...first + 3)
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
    #expect(create("F", "SELECT Id FROM Task", by: world.rep) == nil)
    #expect(throws: Never.self) { try world.org.channel("/topic/F", for: world.other) }
  }

  @Test("A topic tells nothing of what was before it, nor once it is inactive")
  func lifetime() throws {
    var world = try SmallOrg()
    try world.task()
    let id = try world.org.create(
      "PushTopic", ["Name": .text("Mine"), "Query": .text("SELECT Id FROM Task"), "ApiVersion": .number(60)],
      by: world.rep, at: world.now)
    #expect(try kinds(world) == [])
    let channel = try world.org.channel("/topic/Mine", for: world.rep)
    try world.org.update(id.text, ["IsActive": .flag(false)], by: world.rep, at: world.now)
    try world.task()
    #expect(world.org.messages(on: channel, after: 0, to: world.rep).isEmpty)
    #expect(throws: StreamingError.noChannel("/topic/Mine")) { try world.org.channel("/topic/Mine", for: world.rep) }
  }

  @Test("What a PushTopic did not tell of while it was inactive, or had another query, it does not tell of later")
  func edited() throws {
    var world = try world("SELECT Id FROM Task")
    let topic = try #require(world.org.all("PushTopic").first).id.text
    func edit(_ fields: Fields) throws { try world.org.update(topic, fields, by: world.rep, at: world.now) }
    let channel = try world.org.channel("/topic/Mine", for: world.rep)
    func told() -> Int { world.org.messages(on: channel, after: 0, to: world.rep).count }
    try world.task()
    try edit(["Description": .text("All tasks")])
    #expect(told() == 1)
    try edit(["IsActive": .flag(false)])
    try world.task()
    try edit(["IsActive": .flag(true)])
    #expect(told() == 0)
    try world.task()
    #expect(told() == 1)
    try edit(["Query": .text("SELECT Id, Subject FROM Task")])
    #expect(told() == 0)
  }

  @Test(
    "What a PushTopic cannot watch is refused with Salesforce's sentence",
    arguments: [
      ("SELECT Subject FROM Task", "Field Id is required in the query"),
      ("SELECT COUNT() FROM Task", "Aggregate queries are not supported"),
      ("SELECT Id FROM User", "entity User is not supported in a topic query"),
      ("SELECT Id, Owner.Name FROM Task", "relationships are not supported"),
      ("SELECT Id FROM Task WHERE Owner.Name = 'x'", "relationships are not supported"),
      ("SELECT Id FROM Task WHERE IsClosed = false AND (NOT Subject = 'x')", "'NOT' is not supported"),
      ("SELECT Id FROM Task ORDER BY Id", "'ORDER BY' clause is not allowed"),
      ("SELECT Id FROM Task LIMIT 5", "'LIMIT' is not allowed"),
    ])
  func unsupported(query: String, sentence: String) throws {
    #expect(throws: APIError(.invalidField, sentence, fields: ["Query"])) { try world(query) }
  }

  @Test("A query with != and NOT IN is one that a PushTopic can watch")
  func negations() throws {
    var world = try world("SELECT Id FROM Task WHERE Subject != 'x' AND Priority NOT IN ('Low')")
    try world.task(["Subject": .text("x")])
    try world.task(["Priority": .text("Low")])
    try world.task()
    #expect(try kinds(world).count == 1)
  }

  @Test("The name and the query of a PushTopic have a longest length")
  func lengths() throws {
    let longName = error(.stringTooLong) {
      _ = try world("SELECT Id FROM Task", ["Name": .text(String(repeating: "n", count: 26))])
    }
    #expect(longName != nil)
    let query = "SELECT Id FROM Task WHERE Subject = '\(String(repeating: "x", count: 1300))'"
    let longQuery = error(.stringTooLong) { _ = try world(query) }
    #expect(longQuery != nil)
  }

  @Test("A subscriber gets no field that he may not see, and needs those of the condition")
  func fieldLevelSecurity() throws {
    var world = try world("SELECT Id, Subject, Priority FROM Task WHERE Status != 'Deferred'")
    try world.task()
    world.org.members[world.other]?.restrictedFields = [FieldName(object: "Task", field: "Priority"): .hidden]
    #expect(try told(world, to: world.other).first?.row.names == ["Id", "Subject"])
    #expect(try told(world).first?.row.names == ["Id", "Subject", "Priority"])
    world.org.members[world.other]?.restrictedFields = [FieldName(object: "Task", field: "Status"): .hidden]
    #expect(throws: StreamingError.hiddenCondition) { try world.org.channel("/topic/Mine", for: world.other) }
  }

  @Test("A filter in the name of the channel lets through what meets one of its conditions")
  func filter() throws {
    var world = try world("SELECT Id, Subject, Priority FROM Task")
    try world.task(["Subject": .text("Call"), "Priority": .text("Low")])
    try world.task(["Subject": .text("Write"), "Priority": .text("High")])
    try world.task(["Subject": .text("Write"), "Priority": .text("Low")])
    #expect(try told(world, on: "/topic/Mine?Priority=High").count == 1)
    #expect(try told(world, on: "/topic/Mine?Priority='High'&Subject=Call").count == 2)
    for (channel, fields) in [("/topic/Mine?Status=New", ["Status"]), ("/topic/Mine?", [])] {
      #expect(throws: StreamingError.noFilterFields(fields)) { try world.org.channel(channel, for: world.rep) }
    }
  }

  @Test("A filter does not give away the values of a field that is hidden from the subscriber")
  func hiddenFilter() throws {
    var world = try world("SELECT Id, Priority FROM Task")
    let channel = try world.org.channel("/topic/Mine?Priority=High", for: world.other)
    world.org.members[world.other]?.restrictedFields = [FieldName(object: "Task", field: "Priority"): .hidden]
    #expect(throws: StreamingError.noFilterFields(["Priority"])) {
      try world.org.channel("/topic/Mine?Priority=High", for: world.other)
    }
    try world.task(["Priority": .text("High")])
    #expect(world.org.messages(on: channel, after: 0, to: world.other).isEmpty)
    #expect(try told(world, on: "/topic/Mine?Priority=High").count == 1)
  }

  @Test("A subscription outlives a new name of its PushTopic")
  func rename() throws {
    var world = try world()
    let channel = try world.org.channel("/topic/Mine", for: world.rep)
    let topic = try #require(world.org.all("PushTopic").first)
    try world.org.update(topic.id.text, ["Name": .text("Other")], by: world.rep, at: world.now)
    try world.task()
    #expect(world.org.messages(on: channel, after: 0, to: world.rep).count == 1)
    #expect(throws: StreamingError.noChannel("/topic/mine")) { try world.org.channel("/topic/mine", for: world.rep) }
  }
}
