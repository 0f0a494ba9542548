import Foundation
import Testing

@testable import OrgModel

struct RuleTests {
  @Test("A validation rule refuses what its condition describes, with its own message and field")
  func validationRule() throws {
    var world = try SmallOrg()
    let message = "An urgent task needs a day."
    let id = try world.org.addValidationRule(
      on: "Task", refusing: "Priority = 'High' AND ActivityDate = null", message: message, field: "activitydate")
    let creating = error(.fieldCustomValidationException) { try world.task(["Priority": .text("High")]) }
    #expect(creating?.message == message)
    #expect(creating?.fields == ["ActivityDate"])
    let task = try world.task(["Priority": .text("High"), "ActivityDate": .text("2026-11-27")])
    #expect(
      error(.fieldCustomValidationException) {
        try world.org.update(task.text, ["ActivityDate": .null], by: world.rep, at: world.now)
      } != nil)
    try world.task(["Priority": .text("Low")])
    let removals = [world.org.removeValidationRule(id), world.org.removeValidationRule(id)]
    #expect(removals == [true, false])
    try world.task(["Priority": .text("High")])
  }

  @Test("A rule that is not active, or of another object, refuses nothing")
  func otherRules() throws {
    var world = try SmallOrg()
    try world.org.addValidationRule(on: "Task", refusing: "Id != null", message: "no", isActive: false)
    try world.org.addValidationRule(on: "Contact", refusing: "Id != null", message: "no")
    try world.task()
  }

  @Test(
    "A condition that is not one is refused when the rule is made",
    arguments: [
      ("Colour = 'red'", ErrorCode.invalidField), ("Priority = ", .malformedQuery), ("", .malformedQuery),
      ("Id != null LIMIT 1", .malformedQuery), ("Id != null ORDER BY Id", .malformedQuery),
    ])
  func badCondition(condition: String, code: ErrorCode) throws {
    var world = try SmallOrg()
    #expect(
      error(code) { try world.org.addValidationRule(on: "Task", refusing: condition, message: "no") } != nil)
    #expect(world.org.validationRules.isEmpty)
  }

  @Test("A task is not given to a user who can no longer log in, but one that he has can be changed")
  func inactiveOwner() throws {
    var world = try SmallOrg()
    let paula = try #require(DemoUser.inactive.id(in: world.org))
    let refused = error(.inactiveOwnerOrUser) { try world.task(["OwnerId": .id(paula)]) }
    #expect(refused?.message == "operation performed with inactive user [\(paula.short)] as owner of task")
    let admin = try #require(DemoUser.admin.id(in: world.org))
    let id = try world.task()
    try world.org.update(world.rep.text, ["IsActive": .flag(false)], by: admin, at: world.now)
    #expect(!world.org.isActive(world.rep))
    try world.org.update(id.text, ["Subject": .text("x")], by: world.other, at: world.now)
  }

  @Test("A task with a lead is related to nothing else")
  func leadAndWhat() throws {
    var world = try SmallOrg()
    let lead = try #require(world.org.all("Lead").first).id
    let refused = error(.fieldIntegrityException) {
      try world.task(["WhoId": .id(lead), "WhatId": .id(world.account)])
    }
    #expect(refused?.fields == ["WhoId", "WhatId"])
    let id = try world.task(["WhoId": .id(lead)])
    #expect(
      error(.fieldIntegrityException) {
        try world.org.update(id.text, ["WhatId": .id(world.account)], by: world.rep, at: world.now)
      } != nil)
    try world.task(["WhoId": .id(world.ada), "WhatId": .id(world.account)])
  }

  @Test("A locked record is changed by those only who may modify all")
  func locked() throws {
    var world = try SmallOrg()
    let id = try world.task()
    world.org.lockedRecords.insert(id)
    #expect(error(.entityIsLocked) { try world.org.update(id.text, [:], by: world.rep, at: world.now) } != nil)
    #expect(error(.entityIsLocked) { try world.org.delete(id.text, by: world.rep, at: world.now) } != nil)
    let admin = try #require(DemoUser.admin.id(in: world.org))
    try world.org.update(id.text, [:], by: admin, at: world.now)
    world.org.lockedRecords.remove(id)
    try world.org.update(id.text, [:], by: world.rep, at: world.now)
  }

  @Test("The kind of a task is chosen when it is made")
  func subtype() throws {
    var world = try SmallOrg()
    let id = try world.task(["TaskSubtype": .text("Call")])
    let refused = error(.invalidFieldForInsertUpdate) {
      try world.org.update(id.text, ["TaskSubtype": .text("Email")], by: world.rep, at: world.now)
    }
    #expect(refused?.fields == ["TaskSubtype"])
  }
}
