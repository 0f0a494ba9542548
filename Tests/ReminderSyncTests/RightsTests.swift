import Foundation
import OrgModel
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import SyncSimulation
import Testing

@Suite("What the user may not do there stays here, until he may")
struct RightsTests {
  @Test(
    "A field that is read-only or hidden is never sent; the rest of the edit is",
    arguments: [FieldAccess.readOnly, .hidden])
  func field(access: FieldAccess) async throws {
    let world = try World()
    let id = try world.add("Call Ada")
    try await world.sync()
    world.restrict("Priority", access)
    try world.perform(.setPriority([id], .high))
    try world.perform(.setDue([id], world.today.adding(days: 1)))
    try await world.sync()
    let there = try #require(try world.there("Call Ada"))
    #expect(there["Priority"].text == "Normal")
    #expect(there["ActivityDate"].day?.description == world.today.adding(days: 1).iso)
    let here = try #require(try world.here("Call Ada"))
    #expect(here.reminder.fields.priority == .high)
    #expect(here.mark == .refused && here.refusal?.missingRight == .field)
    #expect(here.refusal?.message.contains("Priority") == true)
    world.giveRightsBack()
    try await world.sync()
    #expect(try world.there("Call Ada")?["Priority"].text == "High")
    #expect(try world.here("Call Ada")?.mark == .synced)
  }

  @Test("A new task is made without what the user may not fill in; that is sent as soon as he may")
  func create() async throws {
    let world = try World()
    world.restrict("Priority", .readOnly)
    world.restrict("Description", .hidden)
    try await world.sync()
    let fields = ReminderFields(name: "Call Ada", priority: .high, due: world.today, details: "About renewal")
    try world.perform(.create(ReminderDraft(fields: fields)))
    try await world.sync()
    let there = try #require(try world.there("Call Ada"))
    #expect(there["Priority"].text == "Normal" && there["Description"].isNull)
    #expect(there["ActivityDate"].day?.description == world.today.iso)
    // What comes from there changes nothing of it.
    try await world.sync()
    let here = try #require(try world.here("Call Ada"))
    #expect(here.reminder.fields.priority == .high && here.reminder.fields.details == "About renewal")
    #expect(here.refusal?.missingRight == .field)
    world.giveRightsBack()
    try await world.sync()
    let whole = try #require(try world.there("Call Ada"))
    #expect(whole["Priority"].text == "High" && whole["Description"].text == "About renewal")
    #expect(try world.here("Call Ada")?.mark == .synced)
    #expect(world.there().count == 1)
  }

  @Test(
    "Without the right to create, change or delete tasks nothing is asked for, cycle after cycle",
    arguments: [(ObjectAccess.create, MissingRight.create), (.edit, .edit), (.delete, .delete)])
  func right(taken: ObjectAccess, missing: MissingRight) async throws {
    let world = try World()
    let id = try world.add("Call Ada")
    try await world.sync()
    world.take(taken)
    let engine = world.engine()
    _ = try await engine.syncOnce()
    switch missing {
    case .create: _ = try world.add("Another")
    case .delete: try world.perform(.delete([id]))
    case .edit, .field: try world.perform(.setPriority([id], .high))
    }
    for _ in 1...3 {
      world.advance(by: 700)
      let requests = try await world.requests { _ = try await engine.syncOnce() }
      #expect(Set(requests).isSubset(of: ["query", "retrieve"]))
    }
    let rows = try world.here() + world.store.rows(.trash, on: LocalDay(at: world.now, in: .gmt))
    #expect(rows.compactMap { $0.refusal?.missingRight } == [missing])
    #expect(world.there().count == 1)
    world.giveRightsBack()
    try await world.sync()
    #expect(try world.here().allSatisfy { $0.mark == .synced })
    #expect(world.there().count == (missing == .create ? 2 : missing == .delete ? 0 : 1))
  }

  @Test("A right that is taken in the midst of it is noticed by the first refusal")
  func taken() async throws {
    let world = try World()
    let id = try world.add("Call Ada")
    let engine = world.engine()
    _ = try await engine.syncOnce()
    world.restrict("Priority", .readOnly)
    try world.perform(.setPriority([id], .high))
    world.advance(by: 1)
    _ = try await engine.syncOnce()
    #expect(try world.here("Call Ada")?.refusal?.missingRight == .field)
    world.advance(by: 1)
    #expect(try await world.requests { _ = try await engine.syncOnce() } == ["query"])
  }

  @Test("What was refused for a right that was given back before the org was asked is sent, though nothing has changed")
  func lostAndGivenBack() async throws {
    let world = try World()
    let id = try world.add("Call Ada")
    let engine = world.engine()
    _ = try await engine.syncOnce()
    world.restrict("Priority", .readOnly)
    world.org.failNext("update", .meanwhile { world.giveRightsBack() })
    try world.perform(.setPriority([id], .high))
    world.advance(by: 1)
    _ = try await engine.syncOnce()
    #expect(try world.there("Call Ada")?["Priority"].text == "High")
    #expect(try world.here("Call Ada")?.mark == .synced)
  }

  @Test("A right that is given is noticed within a day")
  func given() async throws {
    let world = try World()
    world.restrict("Priority", .readOnly)
    let id = try world.add("Call Ada")
    let engine = world.engine()
    _ = try await engine.syncOnce()
    try world.perform(.setPriority([id], .high))
    world.advance(by: 60)
    _ = try await engine.syncOnce()
    world.giveRightsBack()
    world.advance(by: 80_000)
    _ = try await engine.syncOnce()
    #expect(try world.there("Call Ada")?["Priority"].text == "Normal")
    world.advance(by: 6_400)
    _ = try await engine.syncOnce()
    #expect(try world.there("Call Ada")?["Priority"].text == "High")
    #expect(try world.here("Call Ada")?.mark == .synced)
  }

  @Test("A value that Salesforce has for the field meanwhile is taken or kept by the rules of a merge")
  func changedThere() async throws {
    let world = try World()
    let id = try world.add("Call Ada")
    try await world.sync()
    world.restrict("Priority", .readOnly)
    try world.perform(.setPriority([id], .high))
    try await world.sync()
    world.advance(by: 60)
    try world.colleagueChanges("Call Ada", ["Priority": .text("High")])
    try await world.sync()
    // Both say the same now: nothing is left to send.
    #expect(try world.here("Call Ada")?.mark == .synced)
  }

  @Test("A create without an answer is asked again just as it was, whatever the user may fill in by then")
  func lostCreate() async throws {
    let world = try World()
    world.org.createsIdempotently = true
    world.restrict("Priority", .readOnly)
    try await world.sync()
    try world.perform(.create(ReminderDraft(fields: ReminderFields(name: "Call Ada", priority: .high))))
    world.org.failNext("create", .after)
    await #expect(throws: SyncProblem.self) { try await world.sync() }
    world.giveRightsBack()
    world.advance(by: 60)
    try await world.sync()
    #expect(world.there().map { $0["Priority"].text } == ["High"])
    #expect(try world.here("Call Ada")?.mark == .synced)
  }

  @Test("What the org told is in the store, also where a mapped value is missing; a choice lets the sync go on")
  func choice() async throws {
    let world = try World()
    try world.store.set(.statusCompleted, to: "Done")
    let id = try world.add("Call Ada")
    await #expect(throws: SyncProblem.self) { try await world.sync() }
    let facts = try #require(try world.store.connectionFacts())
    #expect(facts.missingValues(of: try world.store.syncSettings()).map(\.key) == [.statusCompleted])
    #expect(facts.choices(for: .statusCompleted)?.contains("Deferred") == true)
    #expect(facts.organization.name == "Difference Engines")
    try world.store.set(.statusCompleted, to: "Deferred")
    try world.perform(.setCompleted([id], true))
    try await world.sync()
    #expect(try world.there("Call Ada")?["Status"].text == "Deferred")
  }

  @Test("While a value has to be chosen it says so, and the org is asked once an hour, or when the user acts")
  func choiceNeeded() async throws {
    let world = try World()
    try world.store.set(.statusCompleted, to: "Done")
    var status: SyncStatus?
    let loop = SyncLoop(store: world.store, org: world.org, environment: world.environment) { status = $0 }
    func requests() async throws -> [String] {
      loop.take(try world.store.syncNeed())
      loop.timePassed()
      return await world.requests { await loop.step() }
    }
    let connecting = ["user", "describe", "object info", "organization"]
    #expect(try await requests() == connecting)
    #expect(status?.state == .choiceNeeded && status?.reason?.contains("Done") == true)
    #expect(try world.store.syncState().statusName == "choiceNeeded")
    _ = try world.add("Call Ada")
    for _ in 1...5 {
      world.advance(by: 600)
      loop.connectivityReturned()
      #expect(try await requests() == [])
    }
    world.advance(by: 600)
    #expect(try await requests() == connecting)
    loop.userAsked()
    #expect(try await requests() == connecting)
    #expect(status?.state == .choiceNeeded && world.there().isEmpty)
    try world.store.set(.statusCompleted, to: "Deferred")
    #expect(try await requests().starts(with: connecting))
    #expect(status?.state.name == "polling" && world.there().count == 1)
  }

  @Test("A value that goes while it syncs is noticed within the day")
  func valueGone() async throws {
    let world = try World()
    try world.store.set(.statusCompleted, to: "Deferred")
    var status: SyncStatus?
    let loop = SyncLoop(store: world.store, org: world.org, environment: world.environment) { status = $0 }
    loop.take(try world.store.syncNeed())
    await loop.step()
    world.org.change { model, now in
      model.setStatuses(
        [Org.StatusValue("Not Started"), .init("Completed", isClosed: true)], default: "Not Started", at: now)
    }
    let end = world.now.addingTimeInterval(30 * 3_600)
    while let due = loop.nextDue, due < end, status?.state != .choiceNeeded {
      world.advance(by: max(0, due.timeIntervalSince(world.now)))
      loop.timePassed()
      await loop.step()
    }
    #expect(status?.state == .choiceNeeded)
  }

  @Test("Connecting again writes nothing where the org says the same")
  func sameFacts() async throws {
    let world = try World()
    try await world.sync()
    let first = try #require(try world.store.connectionFacts())
    world.advance(by: 60)
    try await world.sync()
    #expect(try world.store.connectionFacts() == first)
    world.org.change { model, _ in model.isSandbox = true }
    try await world.sync()
    #expect(try world.store.connectionFacts()?.organization.isSandbox == true)
    #expect(try world.store.syncState().isSandbox)
  }
}

extension World {
  fileprivate func restrict(_ field: String, _ access: FieldAccess) {
    org.change { model, _ in
      model.changeMember(org.user) { $0.restrictedFields[FieldName(object: "Task", field: field)] = access }
    }
  }

  fileprivate func take(_ right: ObjectAccess) {
    org.change { model, _ in
      model.changeMember(org.user) { $0.objectAccess["Task"] = ObjectAccess.ordinary.subtracting(right) }
    }
  }

  fileprivate func giveRightsBack() {
    org.change { model, _ in
      model.changeMember(org.user) { member in
        member.restrictedFields = [:]
        member.objectAccess = [:]
      }
    }
  }
}
