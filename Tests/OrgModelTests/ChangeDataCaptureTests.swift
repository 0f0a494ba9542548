import Foundation
import Testing

@testable import OrgModel

struct ChangeDataCaptureTests {
  private var world: SmallOrg
  private let admin: RecordID

  init() throws {
    world = try SmallOrg(sharing: .private)
    admin = try #require(DemoUser.admin.id(in: world.org))
    world.org.changeDataCapture = ["Task", "Contact"]
  }

  private func told(_ channel: String = "/data/ChangeEvents", to user: RecordID? = nil) throws -> [ChangeNotification] {
    let user = user ?? admin
    return try world.org.messages(on: world.org.channel(channel, for: user), after: 0, to: user)
      .compactMap { message in
        if case .change(let notification) = message { notification } else { nil }
      }
  }

  private func names(_ notification: ChangeNotification?) -> [String] {
    (notification?.body ?? [])
      .flatMap { member -> [String] in
        switch member {
        case .field(let field, _): [field.name]
        case .compound(let name, let parts): parts.map { "\(name).\($0.name)" }
        }
      }
  }

  @Test("A create carries what is not empty, an update what changed, a delete nothing, an undelete all again")
  mutating func bodies() throws {
    let id = try world.task(["Subject": .text("Call"), "ActivityDate": .text("2026-11-25")])
    world.pass(seconds: 1)
    try world.org.update(
      id.text, ["Subject": .text("Ring"), "ActivityDate": .null], by: world.rep, from: "com/salesforce/api/rest/67.0",
      at: world.now)
    try world.org.delete(id.text, by: world.rep, at: world.now)
    try world.org.undelete(id.text, by: world.rep, at: world.now)
    let told = try told("/data/TaskChangeEvent")
    #expect(told.map(\.changeType) == ["CREATE", "UPDATE", "DELETE", "UNDELETE"])
    #expect(told.map(\.recordIDs) == [[id], [id], [id], [id]])
    #expect(
      names(told[0]) == [
        "Subject", "ActivityDate", "Status", "Priority", "OwnerId", "IsArchived", "IsReminderSet", "TaskSubtype",
        "CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById",
      ])
    #expect(told[0].changedFields == [])
    #expect(told[1].changedFields == ["Subject", "ActivityDate", "LastModifiedDate"])
    #expect(names(told[1]) == told[1].changedFields)
    #expect(names(told[2]).isEmpty)
    #expect(names(told[3]).contains("Subject"))
    #expect(!names(told[3]).contains("ActivityDate"))
    #expect(told[1].changeOrigin == "com/salesforce/api/rest/67.0")
    #expect(told[1].commitUser == world.rep)
    #expect(told[1].commitTimestamp == Timestamp(world.now))
    #expect(Set(told.map(\.transactionKey)).count == 4)
    #expect(told.map(\.commitNumber) == told.map(\.commitNumber).sorted())
  }

  @Test("LastModifiedById is told when another user than before made the change")
  mutating func modifier() throws {
    world.org.activitySharing = .publicReadWrite
    let id = try world.task()
    for user in [world.rep, world.other] {
      world.pass(seconds: 1)
      try world.org.update(id.text, ["Priority": .text(user == world.rep ? "High" : "Low")], by: user, at: world.now)
    }
    #expect(
      try told().dropFirst().map(\.changedFields) == [
        ["Priority", "LastModifiedDate"], ["Priority", "LastModifiedDate", "LastModifiedById"],
      ])
  }

  @Test("Names are told part by part within their compound field")
  mutating func compound() throws {
    try world.org.update(world.ada.text, ["LastName": .text("Byron")], by: world.rep, at: world.now)
    let notification = try #require(try told("/data/ContactChangeEvent").first)
    #expect(notification.changedFields.first == "Name.LastName")
    #expect(names(notification).first == "Name.LastName")
  }

  @Test("The same change of several records in one call is told once, other changes one by one in their order")
  mutating func merging() throws {
    world.org.activitySharing = .publicReadWrite
    let ids = try (0..<4).map { _ in try world.task() }
    world.pass(seconds: 1)
    let before = world.org.lastReplayID
    _ = world.org.apply(
      ids.map { .update(id: $0.text, ["Priority": .text($0 == ids[3] ? "Low" : "High")]) }, allOrNone: true,
      by: world.rep, at: world.now)
    _ = world.org.apply(ids.prefix(2).map { .delete(id: $0.text) }, allOrNone: false, by: world.rep, at: world.now)
    let told = try told().filter { $0.replayID > before }
    #expect(told.map(\.recordIDs) == [Array(ids[0..<3]), [ids[3]], Array(ids[0..<2])])
    #expect(told[0].transactionKey == told[1].transactionKey)
    #expect(told[1].transactionKey != told[2].transactionKey)
    #expect(told.map(\.sequenceNumber) == [1, 4, 1])
    #expect(told.map(\.replayID) == [before + 3, before + 4, before + 6])
    #expect(try self.told().prefix(4).allSatisfy { $0.recordIDs.count == 1 })
  }

  @Test("Only selected objects are told of, from their selection on")
  mutating func selection() throws {
    world.org.changeDataCapture = []
    try world.task()
    world.org.changeDataCapture = ["Task"]
    try world.task()
    try world.org.update(world.ada.text, ["LastName": .text("Byron")], by: world.rep, at: world.now)
    #expect(try told().map(\.object.name) == ["Task"])
    #expect(try told("/data/ContactChangeEvent").isEmpty)
  }

  @Test("Change events are for those who view all data, whatever the sharing: others are refused, or hear nothing")
  mutating func permissions() throws {
    try world.task()
    #expect(try told().count == 1)
    #expect(try told(to: world.other).isEmpty)
    #expect(throws: StreamingError.noChangeEvents) { try told("/data/TaskChangeEvent", to: world.rep) }
    for name in ["/data/taskChangeEvent", "/data/PushTopicChangeEvent", "/data/", "/data/ChangeEvent", "/event/X__e"] {
      #expect(throws: StreamingError.noChannel(name)) { try told(name) }
    }
  }

  @Test("A field that the subscriber may not see is not told")
  mutating func fieldLevelSecurity() throws {
    let id = try world.task()
    world.pass(seconds: 1)
    world.org.members[admin]?.restrictedFields = [FieldName(object: "Task", field: "Priority"): .hidden]
    try world.org.update(id.text, ["Priority": .text("High")], by: world.rep, at: world.now)
    #expect(try told().last?.changedFields == ["LastModifiedDate"])
    #expect(try !names(told().first).contains("Priority"))
  }

  @Test("A gap event names the records, an overflow the object alone; a PushTopic tells of neither")
  mutating func gaps() throws {
    let ids = [try world.task(), try world.task()]
    let topic: Fields = ["Name": .text("Mine"), "Query": .text("SELECT Id FROM Task"), "ApiVersion": .number(60)]
    _ = try world.org.create("PushTopic", topic, by: world.rep, at: world.now)
    let before = world.org.lastReplayID
    world.org.announceGap(.updated, of: ids, at: world.now)
    world.org.announceOverflow(of: Schema.task, at: world.now)
    let told = try told().filter { $0.replayID > before }
    #expect(told.map(\.changeType) == ["GAP_UPDATE", "GAP_OVERFLOW"])
    #expect(told.map { $0.recordIDs.map(\.text) } == [ids.map(\.text), ["000000000000000AAA"]])
    #expect(told.allSatisfy { $0.body.isEmpty && $0.changedFields.isEmpty && $0.changeOrigin.isEmpty })
    let channel = try world.org.channel("/topic/Mine", for: world.rep)
    #expect(world.org.messages(on: channel, after: 0, to: world.rep).isEmpty)
  }
}
