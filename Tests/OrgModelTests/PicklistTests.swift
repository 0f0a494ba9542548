import Foundation
import Testing

@testable import OrgModel

struct PicklistTests {
  @Test("Tasks hold the API name of a status; the label is for people")
  func label() throws {
    var world = try SmallOrg()
    world.org.setStatuses(
      [.init("Open", label: "Offen"), .init("Done", label: "Erledigt", isClosed: true)], default: "Open",
      at: world.now)
    let id = try world.task()
    #expect(try world.task(id)["Status"] == .text("Open"))
    let row = try world.org.rows("SELECT MasterLabel, ApiName FROM TaskStatus", by: world.rep, at: world.now).first
    #expect(row?["MasterLabel"].text == "Offen")
    #expect(error(.invalidOrNullForRestrictedPicklist) { try world.task(["Status": .text("Erledigt")]) } != nil)
  }

  @Test("A value that is replaced changes in all tasks, whose SystemModstamp alone tells of it")
  func replacement() throws {
    var world = try SmallOrg()
    let replaced = try world.task(["Status": .text("Deferred")])
    let other = try world.task()
    let before = world.now
    world.pass(seconds: 60)
    world.org.setStatuses(
      [.init("Not Started"), .init("Later", isClosed: true)], default: "Not Started",
      replacing: ["Deferred": "Later"], at: world.now)
    let task = try world.task(replaced)
    #expect(task["Status"] == .text("Later"))
    #expect(task["IsClosed"] == .flag(true))
    #expect(task.systemModstamp.date == world.now)
    #expect(task["LastModifiedDate"].time?.date == before)
    #expect(try world.task(other).systemModstamp.date == before)
  }

  @Test("A value that is replaced is stamped by the org's rule, and changes no date of a deletion")
  func replacementStamps() throws {
    var world = try SmallOrg()
    let live = try world.task(["Status": .text("Deferred")])
    let gone = try world.task(["Status": .text("Deferred")])
    try world.org.delete(gone.text, by: world.rep, at: world.now)
    let deletion = world.now
    world.pass(seconds: 60)
    world.org.stampRule = StampRule(lag: 10_000...10_000)
    world.org.setStatuses(
      [.init("Not Started"), .init("Later")], default: "Not Started", replacing: ["Deferred": "Later"], at: world.now)
    #expect(try world.task(live).systemModstamp == Timestamp(world.now).adding(seconds: -10))
    #expect(try world.task(gone).systemModstamp == Timestamp(deletion))
    #expect(try world.task(gone)["Status"] == .text("Later"))
  }

  @Test("A status that becomes closed closes the tasks that have it")
  func closing() throws {
    var world = try SmallOrg()
    let id = try world.task(["Status": .text("Deferred")])
    let urgent = try world.task(["Priority": .text("High")])
    world.org.setStatuses(
      [.init("Not Started"), .init("Deferred", isClosed: true)], default: "Not Started", at: world.now)
    #expect(try world.task(id)["IsClosed"] == .flag(true))
    world.org.setPriorities([.init("Normal"), .init("High")], default: "Normal", at: world.now)
    #expect(try world.task(urgent)["IsHighPriority"] == .flag(false))
  }
}
