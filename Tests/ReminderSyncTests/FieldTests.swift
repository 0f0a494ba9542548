import Foundation
import OrgModel
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import SyncSimulation
import Testing

@Suite("The fields, through whole cycles (sync-rules.md §1)")
struct FieldTests {
  @Test("Whom it is for, what it is related to and when to remind go there, and come here")
  func references() async throws {
    let world = try World()
    let accounts = world.org.change { model, _ in model.all("Account").map(\.id.text) }
    let (first, second) = (try #require(accounts.first), try #require(accounts.last))
    let (early, late) = (world.now.addingTimeInterval(3_600), world.now.addingTimeInterval(7_200))
    let manager = world.org.manager.text
    var fields = ReminderFields(name: "Call Ada", due: world.today)
    (fields.relatedTo, fields.remindAt) = (RecordReference(id: first, name: "typed"), early)
    fields.assignee = RecordReference(id: manager, name: "Ines Marchetti")
    try world.perform(.create(ReminderDraft(fields: fields)))
    try await world.sync()
    let made = try #require(try world.there("Call Ada"))
    #expect(made["OwnerId"].id?.text == manager)
    #expect(made["WhatId"].id?.text == first)
    #expect(made["IsReminderSet"].flag == true)
    #expect(made["ReminderDateTime"].time?.date == early)
    // Linked, shown under delegated, and not in the agenda (§2.8).
    let today = LocalDay(at: world.now, in: .gmt)
    #expect(try world.store.rows(.delegated, on: today).map(\.mark) == [.synced])
    #expect(try world.store.rows(.agenda, on: today).isEmpty)

    try world.colleagueChanges(
      "Call Ada",
      [
        "OwnerId": .id(world.org.user), "WhatId": .text(second), "ReminderDateTime": .time(Timestamp(late)),
      ])
    try await world.sync()
    let changed = try #require(try world.store.rows(.agenda, on: today).first).reminder.fields
    #expect(changed.assignee?.id == world.org.user.text)
    #expect(changed.relatedTo?.id == second && changed.relatedTo?.name.isEmpty == false)
    #expect(changed.remindAt == late)

    var emptied = changed
    (emptied.relatedTo, emptied.remindAt) = (nil, nil)
    try world.perform(.edit(try world.id(of: "Call Ada"), emptied, [.relatedTo, .reminder]))
    try await world.sync()
    let record = try #require(try world.there("Call Ada"))
    #expect(record["WhatId"].isNull)
    #expect(record["IsReminderSet"].flag == false)
    #expect(record["OwnerId"].id == world.org.user)
  }

  @Test("A reminder that is taken off there is taken off here")
  func reminderTakenOff() async throws {
    let world = try World()
    let moment = world.now.addingTimeInterval(3_600)
    try world.colleagueCreates(
      "Call Ada", ["IsReminderSet": .flag(true), "ReminderDateTime": .time(Timestamp(moment))])
    try await world.sync()
    #expect(try world.here("Call Ada")?.reminder.fields.remindAt == moment)
    try world.colleagueChanges("Call Ada", ["IsReminderSet": .flag(false)])
    try await world.sync()
    #expect(try world.here("Call Ada")?.reminder.fields.remindAt == nil)
    #expect(try world.here("Call Ada")?.mark == .synced)
  }

  @Test("The outcome and the reason of a call are in the Subject, and a change of them goes there")
  func callTexts() async throws {
    let world = try World()
    try world.store.set(.subjectTemplate, to: "{{activity_subject}}: {{call_outcome}} ({{call_reason}})")
    var fields = ReminderFields(name: "Call Ada", due: world.today, kind: .call)
    (fields.callOutcome, fields.callReason) = ("Connected", "Renewal")
    try world.perform(.create(ReminderDraft(fields: fields)))
    try await world.sync()
    #expect(world.there().map { $0["Subject"].text } == ["Call Ada: Connected (Renewal)"])
    for (outcome, reason) in [("No answer", "Renewal"), ("No answer", "Price"), ("", "")] {
      (fields.callOutcome, fields.callReason) = (outcome, reason)
      try world.perform(.edit(try world.id(of: "Call Ada"), fields, [.callOutcome, .callReason]))
      try await world.sync()
      #expect(world.there().map { $0["Subject"].text } == ["Call Ada: \(outcome) (\(reason))"])
      #expect(try world.here("Call Ada")?.mark == .synced)
    }
  }

  @Test(
    "A changed kind goes there where the template has it, and only in the Subject",
    arguments: [
      ("[{{activity_type}}] {{activity_subject}}", ["[Custom] Call Ada", "[Email] Call Ada"], 1),
      ("{{activity_subject}}", ["Call Ada", "Call Ada"], 0),
    ])
  func kind(template: String, subjects: [String], pushed: Int) async throws {
    let world = try World()
    try world.store.set(.subjectTemplate, to: template)
    let id = try world.add("Call Ada")
    try await world.sync()
    #expect(world.there().map { $0["Subject"].text } == [subjects[0]])
    var fields = try #require(try world.here("Call Ada")).reminder.fields
    fields.kind = .email
    try world.perform(.edit(id, fields, [.kind]))
    #expect(try await world.sync().pushed == pushed)
    #expect(world.there().map { $0["Subject"].text } == [subjects[1]])
    #expect(world.there().allSatisfy { $0["Type"].isNull })
    #expect(try world.here("Call Ada")?.reminder.kind == .email)
    #expect(try world.here("Call Ada")?.mark == .synced)
  }

  @Test("Completed here and there agrees: nothing is pushed, and it is no conflict")
  func completedOnBothSides() async throws {
    let world = try World()
    let id = try world.add("Call Ada")
    try await world.sync()
    try world.perform(.setCompleted([id], true))
    world.advance(by: 60)
    try world.colleagueChanges("Call Ada", ["Status": .text("Completed")])
    let stamp = try world.there("Call Ada")?.systemModstamp
    let report = try await world.sync()
    #expect(report.pushed == 0 && report.conflicts == 0)
    #expect(try world.there("Call Ada")?.systemModstamp == stamp)
    #expect(try world.here("Call Ada")?.mark == .synced)
    #expect(try world.here("Call Ada")?.reminder.fields.isCompleted == true)
  }
}
