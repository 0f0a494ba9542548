import Foundation
import Localization
import OrgModel
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import SyncSimulation
import Testing

@Suite("Sync of a store with an org")
struct SyncTests {
  @Test("The first sync imports and pushes nothing; only what is made after it is sent")
  func firstSync() async throws {
    let world = try World(syncIsOn: false)
    _ = try world.add("Here before")
    try world.colleagueCreates("There before")
    try world.store.set(.sync, to: "on")
    let report = try await world.sync()
    #expect(report.pulled == 1 && report.pushed == 0)
    #expect(Set(world.there().compactMap { $0["Subject"].text }) == ["There before"])
    #expect(try world.here("Here before")?.mark == .localOnly)
    _ = try world.add("Here after")
    #expect(try await world.sync().pushed == 1)
    #expect(Set(world.there().compactMap { $0["Subject"].text }) == ["There before", "Here after"])
  }

  @Test(
    "The first import takes the last 24 hours, and open tasks due up to tomorrow or overdue up to 90 days",
    arguments: [
      ("recent, due in a month", 1.0, 30, false, true), ("old, due today", 100, 0, false, true),
      ("old, due tomorrow", 100, 1, false, true), ("old, due in 2 days", 100, 2, false, false),
      ("old, overdue", 100, -89, false, true), ("old, long overdue", 100, -91, false, false),
      ("old, completed, due today", 100, 0, true, false), ("recent and completed", 1, 0, true, true),
    ])
  func importWindow(name: String, hoursAgo: Double, dueIn: Int, isCompleted: Bool, isImported: Bool) async throws {
    let world = try World()
    world.org.advance(by: -hoursAgo * 3_600)
    try world.colleagueCreates(
      name,
      [
        "ActivityDate": .text(world.today.adding(days: dueIn).iso),
        "Status": .text(isCompleted ? "Completed" : "Not Started"),
      ])
    world.org.advance(by: hoursAgo * 3_600)
    try await world.sync()
    let imported = try world.here(name)
    #expect((imported != nil) == isImported)
  }

  @Test("What is made, changed, completed and deleted here goes there")
  func hereToThere() async throws {
    let world = try World()
    let id = try world.add("Call Ada")
    try await world.sync()
    let record = try #require(try world.there("Call Ada"))
    #expect(record["ActivityDate"].day?.description == world.today.iso)
    #expect(record["OwnerId"].id == world.org.user)
    #expect(record["Type"].isNull)
    var fields = try #require(try world.here("Call Ada")).reminder.fields
    (fields.name, fields.priority, fields.details, fields.due) = ("Ring Ada", .high, "About\nrenewal", nil)
    try world.perform(.edit(id, fields, [.name, .priority, .details, .due]))
    try world.perform(.setCompleted([id], true))
    try await world.sync()
    let changed = try #require(try world.there("Ring Ada"))
    #expect(changed["Priority"].text == "High")
    #expect(changed["Status"].text == "Completed")
    #expect(changed["Description"].text == "About\nrenewal")
    #expect(changed["ActivityDate"].isNull)
    try world.perform(.delete([id]))
    try await world.sync()
    #expect(world.there().isEmpty)
    #expect(try world.here().isEmpty)
  }

  @Test("What is made, changed, completed and deleted there comes here; the Subject excepted")
  func thereToHere() async throws {
    let world = try World()
    try await world.sync()
    try world.colleagueCreates("Call Ada", ["Priority": .text("High"), "TaskSubtype": .text("Call")])
    try await world.sync()
    let row = try #require(try world.here("Call Ada"))
    #expect(row.reminder.fields.priority == .high && row.reminder.kind == .call)
    try world.colleagueChanges(
      "Call Ada",
      [
        "Subject": .text("Renamed"), "ActivityDate": .text(world.today.adding(days: 1).iso),
        "Status": .text("Completed"),
      ])
    try await world.sync()
    let changed = try #require(try world.here("Call Ada"))
    #expect(changed.reminder.fields.isCompleted)
    #expect(changed.reminder.fields.due == world.today.adding(days: 1))
    try world.colleagueDeletes("Renamed")
    try await world.sync()
    #expect(try world.here().isEmpty)
  }

  @Test("A push changes only what the user changed: Low and In Progress there survive")
  func noClobber() async throws {
    let world = try World()
    try world.colleagueCreates("Call Ada", ["Status": .text("In Progress"), "Priority": .text("Low")])
    try await world.sync()
    try world.perform(.setDue([try world.id(of: "Call Ada")], nil))
    try await world.sync()
    let record = try #require(try world.there("Call Ada"))
    #expect(record["Status"].text == "In Progress" && record["Priority"].text == "Low")
    #expect(record["ActivityDate"].isNull)
    try world.perform(.setCompleted([try world.id(of: "Call Ada")], true))
    try await world.sync()
    #expect(try world.there("Call Ada")?["Status"].text == "Completed")
  }

  @Test("Without the name in the template a rename stays here")
  func template() async throws {
    let world = try World()
    try world.store.set(.subjectTemplate, to: "[CC] {{activity_type}}")
    let id = try world.add("Call Ada")
    try await world.sync()
    #expect(world.there().compactMap { $0["Subject"].text } == ["[CC] Custom"])
    var fields = try #require(try world.here("Call Ada")).reminder.fields
    fields.name = "Ring Ada"
    try world.perform(.edit(id, fields, [.name]))
    #expect(try await world.sync().pushed == 0)
    #expect(world.there().compactMap { $0["Subject"].text } == ["[CC] Custom"])
    #expect(try world.here("Ring Ada")?.mark == .synced)
  }

  @Test("A cycle with nothing new writes nothing, here or there")
  func idempotent() async throws {
    let world = try World()
    try world.colleagueCreates("There")
    _ = try world.add("Here")
    for _ in 1...2 { try await world.sync() }
    let before = (try world.here(), world.there().map(\.systemModstamp))
    let report = try await world.sync()
    var nothing = SyncReport()
    nothing.requests = report.requests
    #expect(report == nothing)
    #expect(try world.here() == before.0)
    #expect(world.there().map(\.systemModstamp) == before.1)
  }

  @Test("Edits made while the org is away arrive when it is back, exactly once")
  func offline() async throws {
    let world = try World()
    let id = try world.add("Call Ada")
    world.org.failNext("create", .before)
    await #expect(throws: SyncProblem.self) { try await world.sync() }
    #expect(world.there().isEmpty)
    try world.perform(.setPriority([id], .high))
    try await world.sync()
    #expect(world.there().map { $0["Priority"].text } == ["High"])
    try await world.sync()
    #expect(world.there().count == 1)
  }

  @Test("A create whose answer was lost is found again and not sent twice")
  func lostAnswer() async throws {
    let world = try World()
    let id = try world.add("Call Ada")
    world.org.failNext("create", .after)
    await #expect(throws: SyncProblem.self) { try await world.sync() }
    try await world.sync()
    #expect(world.there().count == 1)
    #expect(try world.here("Call Ada")?.id == id)
    #expect(try world.here("Call Ada")?.mark == .synced)
    #expect(try world.here().count == 1)
  }

  @Test("A create that may still commit is not repeated before 11 minutes have passed")
  func holdCreate() async throws {
    let world = try World()
    _ = try world.add("Call Ada")
    try await world.sync()
    _ = try world.add("Call Bob")
    world.org.failNext("create", .refused(.unknownOutcome(reason: "lost on the way")))
    await #expect(throws: SyncProblem.self) { try await world.sync() }
    world.advance(by: 600)
    try await world.sync()
    #expect(world.there().count == 1)
    world.advance(by: 70)
    try await world.sync()
    #expect(world.there().count == 2)
    #expect(try world.here().allSatisfy { $0.mark == .synced })
  }

  @Test("An edit made while its push is in flight is pushed after it")
  func editInFlight() async throws {
    let world = try World()
    let id = try world.add("Call Ada")
    try await world.sync()
    try world.perform(.setPriority([id], .high))
    world.org.failNext("update", .meanwhile { try world.perform(.setDue([id], nil)) })
    try await world.sync()
    #expect(try world.there("Call Ada")?["ActivityDate"].isNull == true)
    #expect(try world.there("Call Ada")?["Priority"].text == "High")
  }

  @Test("Two hundred and one new tasks go in two requests, and a refused one does not hold up the others")
  func batches() async throws {
    let world = try World()
    try await world.sync()
    for number in 1...200 { _ = try world.add("Task \(number)") }
    let wrong = ReminderFields(
      name: "Refused", due: world.today, person: RecordReference(id: "003000000000000AAA", name: "Nobody"))
    try world.perform(.create(ReminderDraft(fields: wrong)))
    let report = try await world.sync()
    #expect(report.pushed == 200 && report.refused == 1)
    #expect(world.org.requests.filter { $0 == "create" }.count == 2)
    #expect(try world.here("Refused")?.mark == .refused)
    #expect(try world.here("Refused")?.refusal?.code.isEmpty == false)
    #expect(world.there().count == 200)
  }

  @Test(
    "The later edit of a field wins by the server's clock, also when the clock here is wrong",
    arguments: [0, 86_400.0, -86_400])
  func conflict(clockError: TimeInterval) async throws {
    let world = try World()
    let id = try world.add("Call Ada")
    try await world.sync()
    world.shiftLocalClock(by: clockError)
    try world.perform(.setDue([id], world.today.adding(days: 3)))
    let there = world.today.adding(days: 5)
    world.advance(by: 60)
    try world.colleagueChanges("Call Ada", ["ActivityDate": .text(there.iso)])
    let report = try await world.sync()
    #expect(report.conflicts == 1)
    #expect(try world.here("Call Ada")?.reminder.fields.due == there)
    #expect(try world.here("Call Ada")?.mark == .conflict)
  }

  @Test("A deleted record is not resurrected by an edit here, nor a deleted reminder by an edit there")
  func noResurrection() async throws {
    let world = try World()
    for name in ["A", "B"] { _ = try world.add(name) }
    try await world.sync()
    try world.colleagueDeletes("A")
    try world.perform(.setPriority([try world.id(of: "A")], .high))
    try world.perform(.delete([try world.id(of: "B")]))
    try world.colleagueChanges("B", ["Description": .text("changed")])
    for _ in 1...3 { try await world.sync() }
    #expect(world.there().isEmpty)
    #expect(try world.here().isEmpty)
  }

  @Test("What left the recycle bin while nobody looked is deleted here too")
  func purged() async throws {
    let world = try World()
    try world.colleagueCreates("Call Ada")
    try await world.sync()
    world.advance(by: 3_600)
    try world.purge("Call Ada")
    world.advance(by: 3_600)
    try await world.sync()
    #expect(try world.here().isEmpty)
  }

  @Test("Tasks of a page edge that share a stamp are not missed")
  func sharedStamps() async throws {
    let world = try World()
    for number in 0..<2_100 { try world.colleagueCreates("Task \(number)") }
    try await world.sync()
    #expect(try world.here().count == 2_100)
  }

  @Test("A mapped value that the org does not have is named with the org's own, and nothing is written")
  func missingValue() async throws {
    let world = try World()
    try world.store.set(.statusCompleted, to: "Done")
    _ = try world.add("Call Ada")
    let problem = await #expect(throws: SyncProblem.self) { try await world.sync() }
    guard case .missingPicklistValue(.statusCompleted, "Done", let choices) = problem else {
      Issue.record("not the expected problem: \(String(describing: problem))")
      return
    }
    #expect(choices.contains("Completed"))
    #expect(world.there().isEmpty)
  }

  @Test("A store that belongs to one user is not synced with the login of another")
  func isolation() async throws {
    let world = try World()
    try await world.sync()
    try world.store.updateSyncState { $0.user = RecordReference(id: "005000000000009AAA", name: "Somebody else") }
    await #expect(throws: SyncProblem.self) { try await world.sync() }
  }

  @Test("Turned off, nothing is sent or fetched")
  func off() async throws {
    let world = try World()
    try await world.sync()
    try world.store.set(.sync, to: "off")
    let requests = world.org.requests.count
    await #expect(throws: SyncProblem.syncIsOff) { try await world.sync() }
    #expect(world.org.requests.count == requests)
  }
}
