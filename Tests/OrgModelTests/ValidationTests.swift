import Foundation
import Testing

@testable import OrgModel

struct ValidationTests {
  @Test(
    "A value that Salesforce refuses is refused",
    arguments: [
      ("Subject", OrgValue.text(String(repeating: "x", count: 256)), ErrorCode.stringTooLong, ["Subject"]),
      ("Description", .text(String(repeating: "x", count: 32_001)), .stringTooLong, ["Description"]),
      ("Status", .text("Done"), .invalidOrNullForRestrictedPicklist, ["Status"]),
      ("Priority", .text("Urgent"), .invalidOrNullForRestrictedPicklist, ["Priority"]),
      ("TaskSubtype", .text("Fax"), .invalidOrNullForRestrictedPicklist, ["TaskSubtype"]),
      ("Status", .null, .requiredFieldMissing, ["Status"]),
      ("Colour", .text("red"), .invalidField, []),
      ("IsClosed", .flag(true), .invalidFieldForInsertUpdate, ["IsClosed"]),
      ("LastModifiedDate", .text("2026-11-25T09:30:00Z"), .invalidFieldForInsertUpdate, ["LastModifiedDate"]),
      ("WhoId", .text("nonsense"), .malformedID, ["WhoId"]),
      ("WhoId", .text("001000000000001AAA"), .fieldIntegrityException, ["WhoId"]),
      ("Id", .text("00T000000000001AAA"), .invalidField, []),
      ("Command_Center_Id__c", .text("x"), .invalidField, []),
      ("WhoId", .text("003000000000001"), .invalidCrossReferenceKey, []),
      ("OwnerId", .text("005000000000001"), .invalidCrossReferenceKey, []),
      ("OwnerId", .null, .requiredFieldMissing, ["OwnerId"]),
      ("ActivityDate", .text("2026-02-30"), .jsonParserError, []),
      ("ActivityDate", .number(5), .jsonParserError, []),
      ("ReminderDateTime", .text("tomorrow"), .jsonParserError, []),
      ("IsReminderSet", .text("maybe"), .jsonParserError, []),
    ])
  func refused(field: String, value: OrgValue, code: ErrorCode, fields: [String]) throws {
    var world = try SmallOrg()
    let creating = try #require(throws: APIError.self) { try world.task([field: value]) }
    #expect(creating.code == code)
    #expect(creating.fields == fields)
    #expect(world.org.all("Task").isEmpty)
    #expect(world.org.lastReplayID == 0)

    guard field != "TaskSubtype" else { return }
    let id = try world.task()
    let updating = try #require(throws: APIError.self) {
      try world.org.update(
        id.text, ["IsReminderSet": .flag(true)].merging([field: value]) { $1 }, by: world.rep, at: world.now)
    }
    #expect(updating.code == code)
    #expect(try world.task(id)["IsReminderSet"] == .flag(false))
  }

  @Test("A number of any size is a text where a text is wanted")
  func numbers() throws {
    var world = try SmallOrg()
    for (number, text) in [(5.0, "5"), (2.5, "2.5"), (1e300, "1e+300")] {
      let id = try world.task(["Subject": .number(number)])
      #expect(try world.task(id)["Subject"] == .text(text))
    }
  }

  @Test("A task gets Salesforce's defaults")
  func defaults() throws {
    var world = try SmallOrg()
    let id = try world.task([:])
    let task = try world.task(id)
    #expect(task["Status"] == .text("Not Started"))
    #expect(task["Priority"] == .text("Normal"))
    #expect(task["TaskSubtype"] == .text("Task"))
    #expect(task["OwnerId"] == .id(world.rep))
    #expect(task["IsClosed"] == .flag(false))
    #expect(task["CreatedDate"].time?.date == world.now)
    #expect(task["SystemModstamp"] == task["CreatedDate"])
  }

  @Test("Values are read in the notation of the API and kept typed")
  func typed() throws {
    var world = try SmallOrg()
    let id = try world.task([
      "subject": .text("  Hello  "), "ACTIVITYDATE": .text("2026-11-27"), "Status": .text("in progress"),
      "WhoId": .text(String(world.ada.short)), "WhatId": .text(""),
      "ReminderDateTime": .text("2026-11-25T10:30:00+01:00"),
    ])
    let task = try world.task(id)
    #expect(task["Subject"] == .text("Hello"))
    #expect(task["ActivityDate"].day?.description == "2026-11-27")
    #expect(task["Status"] == .text("In Progress"))
    #expect(task["WhoId"] == .id(world.ada))
    #expect(task["WhatId"] == .null)
    #expect(task["ReminderDateTime"].time?.date == world.now)
  }

  @Test("The longest texts fit, counted as Salesforce counts")
  func lengths() throws {
    var world = try SmallOrg()
    let id = try world.task([
      "Subject": .text(String(repeating: "é", count: 255)), "Description": .text(String(repeating: "x", count: 32_000)),
    ])
    #expect(try world.task(id)["Subject"].text?.count == 255)
    #expect(error(.stringTooLong) { try world.task(["Subject": .text(String(repeating: "🙂", count: 128))]) } != nil)
  }
}
