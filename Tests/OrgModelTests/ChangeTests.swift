import Foundation
import Testing

@testable import OrgModel

struct ChangeTests {
  @Test("An update changes the given fields only and stamps the record to the millisecond")
  func update() throws {
    var world = try SmallOrg()
    let id = try world.task(["Subject": .text("Call"), "Priority": .text("Low"), "Status": .text("In Progress")])
    world.pass(seconds: 1.234)
    try world.org.update(id.text, ["Subject": .text("Ring")], by: world.other, at: world.now)
    let task = try world.task(id)
    #expect(task["Subject"] == .text("Ring"))
    #expect(task["Priority"] == .text("Low"))
    #expect(task["Status"] == .text("In Progress"))
    #expect(task["LastModifiedById"] == .id(world.other))
    #expect(task["CreatedById"] == .id(world.rep))
    #expect(task.systemModstamp.zulu == "2026-11-25T09:30:01.234Z")
  }

  @Test("Closing a task says when; opening it again forgets")
  func completion() throws {
    var world = try SmallOrg()
    let id = try world.task()
    world.pass(seconds: 60)
    try world.org.update(id.text, ["Status": .text("Completed")], by: world.rep, at: world.now)
    #expect(try world.task(id)["IsClosed"] == .flag(true))
    #expect(try world.task(id)["CompletedDateTime"].time?.date == world.now)
    let closed = world.now
    world.pass(seconds: 60)
    try world.org.update(id.text, ["Subject": .text("x")], by: world.rep, at: world.now)
    #expect(try world.task(id)["CompletedDateTime"].time?.date == closed)
    try world.org.update(id.text, ["Status": .text("In Progress")], by: world.rep, at: world.now)
    #expect(try world.task(id)["IsClosed"] == .flag(false))
    #expect(try world.task(id)["CompletedDateTime"] == .null)
  }

  @Test("A deleted record is in the recycle bin until it is taken back or purged")
  func recycleBin() throws {
    var world = try SmallOrg()
    let id = try world.task()
    world.pass(seconds: 5)
    try world.org.delete(id.text, by: world.rep, at: world.now)
    #expect(try world.task(id).systemModstamp.date == world.now)
    #expect(error(.entityIsDeleted) { _ = try world.org.record(id.text, by: world.rep) } != nil)
    #expect(error(.entityIsDeleted) { try world.org.update(id.text, [:], by: world.rep, at: world.now) } != nil)
    #expect(error(.entityIsDeleted) { try world.org.delete(id.text, by: world.rep, at: world.now) } != nil)
    try world.org.undelete(id.text, by: world.rep, at: world.now)
    #expect(try world.org.record(String(id.short), by: world.rep)["Subject"] == .text("Call"))
    world.org.purge(id)
    #expect(error(.notFound) { _ = try world.org.record(id.text, by: world.rep) } != nil)
    #expect(try world.subjects("OwnerId = '\(world.rep)'", all: true) == [])
  }

  @Test("A task that changes hands is found by its new owner")
  func owner() throws {
    var world = try SmallOrg()
    let id = try world.task()
    try world.org.update(id.text, ["OwnerId": .id(world.other)], by: world.rep, at: world.now)
    #expect(try world.subjects("OwnerId = '\(world.rep)'") == [])
    #expect(try world.subjects("OwnerId = '\(world.other)'") == ["Call"])
  }

  @Test("Of several changes each is settled by itself")
  func batch() throws {
    var world = try SmallOrg()
    let id = try world.task()
    let results = world.org.apply(
      [
        .create(object: "Task", ["Subject": .text("New")]), .update(id: id.text, ["Status": .text("Nope")]),
        .delete(id: "00T000000000009"), .update(id: "bad", [:]), .delete(id: id.text),
      ], allOrNone: false, by: world.rep, at: world.now)
    let codes = results.map(\.errorCode)
    #expect(codes == [nil, .invalidOrNullForRestrictedPicklist, .invalidCrossReferenceKey, .malformedID, nil])
    #expect(try world.subjects("Id != null") == ["New"])
  }

  @Test("All or none means none where one fails")
  func allOrNone() throws {
    var world = try SmallOrg()
    let results = world.org.apply(
      [.create(object: "Task", [:]), .create(object: "Task", ["Foo": .null])], allOrNone: true, by: world.rep,
      at: world.now)
    let codes = results.map(\.errorCode)
    #expect(codes == [.allOrNoneOperationRolledBack, .invalidField])
    #expect(world.org.all("Task").isEmpty)
    #expect(world.org.lastReplayID == 0)
  }

  @Test("An org has its own values of Status, and tasks keep those that it had")
  func ownPicklists() throws {
    var world = try SmallOrg()
    let old = try world.task()
    world.org.setStatuses([.init("Offen"), .init("Erledigt", isClosed: true)], default: "Offen", at: world.now)
    let new = try world.task()
    #expect(try world.task(new)["Status"] == .text("Offen"))
    #expect(try world.task(old)["Status"] == .text("Not Started"))
    try world.org.update(old.text, ["Status": .text("Erledigt")], by: world.rep, at: world.now)
    #expect(try world.task(old)["IsClosed"] == .flag(true))
    #expect(
      error(.invalidOrNullForRestrictedPicklist) {
        try world.org.update(new.text, ["Status": .text("Completed")], by: world.rep, at: world.now)
      } != nil)
  }

  @Test("Only an administrator writes users, and nobody the picklists")
  func rights() throws {
    var world = try SmallOrg()
    let fields: Fields = ["Title": .text("Boss")]
    #expect(
      error(.insufficientAccess) { try world.org.update(world.rep.text, fields, by: world.rep, at: world.now) } != nil)
    let admin = try #require(DemoUser.admin.id(in: world.org))
    try world.org.update(world.rep.text, fields, by: admin, at: world.now)
    let status = try #require(world.org.all("TaskStatus").first).id
    #expect(error(.invalidTypeForOperation) { try world.org.delete(status.text, by: admin, at: world.now) } != nil)
  }

  @Test("Where sharing is private, a rep sees his own tasks, a manager those of his people")
  func sharing() throws {
    var world = try SmallOrg(sharing: .private)
    let id = try world.task()
    let manager = try #require(DemoUser.manager.id(in: world.org))
    world.org.changeMember(manager) { $0.permissions = .rep }
    #expect(error(.notFound) { _ = try world.org.record(id.text, by: world.other) } != nil)
    #expect(try world.org.record(id.text, by: manager).id == id)
    #expect(try world.org.query("SELECT Id FROM Task", by: world.other, at: world.now).totalSize == 0)
  }

  @Test("Deleted and updated tell what happened in a span of whole minutes")
  func replication() throws {
    var world = try SmallOrg()
    let kept = try world.task()
    let gone = try world.task()
    world.pass(seconds: 90)
    try world.org.delete(gone.text, by: world.rep, at: world.now)
    let start = Timestamp(world.now).adding(seconds: -600)
    let end = Timestamp(world.now).adding(seconds: 600)
    let deleted = try world.org.deleted("Task", from: start, to: end, by: world.rep, at: world.now)
    #expect(deleted.items == [DeletedRecord(id: gone, date: Timestamp(world.now))])
    #expect(deleted.latestDateCovered == Timestamp(world.now))
    #expect(try world.org.updated("Task", from: start, to: end, by: world.rep, at: world.now).items == [kept])
    // 09:31:30 is not in the span up to 09:31:59, which ends with the minute before.
    let early = try world.org.deleted(
      "Task", from: start, to: Timestamp(world.now).adding(seconds: 29), by: world.rep, at: world.now)
    #expect(early.items.isEmpty)
    let old = Timestamp(world.now).adding(seconds: -16 * 86_400)
    #expect(
      error(.invalidReplicationDate) {
        _ = try world.org.deleted("Task", from: old, to: end, by: world.rep, at: world.now)
      } != nil)
  }
}
