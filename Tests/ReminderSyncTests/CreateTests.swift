import Foundation
import Localization
import OrgModel
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import SyncSimulation
import Testing

@Suite("Created exactly once (sync-rules.md §3)")
struct CreateTests {
  /// An org that takes keys, and an engine that is connected.
  private func worldWithKeys() async throws -> (World, SyncEngine) {
    let world = try World()
    world.org.createsIdempotently = true
    let engine = world.engine()
    _ = try await engine.syncOnce()
    world.advance(by: 60)
    return (world, engine)
  }

  @Test(
    "Up to three new tasks go one by one by their keys, more go together",
    arguments: [(1, 1), (3, 3), (4, 1), (200, 1), (201, 2)])
  func byKeyOrTogether(count: Int, requests: Int) async throws {
    let (world, engine) = try await worldWithKeys()
    for number in 1...count { _ = try world.add("Task \(number)") }
    let kinds = try await world.requests { _ = try await engine.syncOnce() }
    #expect(kinds.filter { $0 == "create" }.count == requests)
    #expect(world.there().count == count)
    #expect(try world.here().allSatisfy { $0.mark == .synced })
  }

  @Test(
    "A create without an answer is asked again by its key; a key older than a day is not relied on, the task is looked for",
    arguments: [
      (60.0, ["create", "query"]), (86_300, ["deleted", "create", "query"]),
      (86_500, ["user", "describe", "deleted", "query", "create", "query", "recent", "records"]),
    ] as [(TimeInterval, [String])])
  func lostAnswer(after: TimeInterval, requests: [String]) async throws {
    let (world, engine) = try await worldWithKeys()
    let id = try world.add("Call Ada")
    world.org.failNext("create", .refused(.unknownOutcome(reason: "lost on the way")))
    await #expect(throws: SyncProblem.self) { _ = try await engine.syncOnce() }
    #expect(world.there().isEmpty)
    // From the day after on, the org is asked anew, and people are read.
    world.advance(by: after)
    #expect(try await world.requests { _ = try await engine.syncOnce() } == requests)
    #expect(world.there().count == 1)
    #expect(try world.here().map(\.id) == [id])
    #expect(try world.here("Call Ada")?.mark == .synced)
  }

  @Test("A create that the search does not see is sent again under the same key, however old that is")
  func invisibleToSearch() async throws {
    let (world, engine) = try await worldWithKeys()
    world.org.change { model, _ in model.activitySharing = .private }
    let id = try world.add("Call Ada")
    world.org.failNext("create", .after)
    await #expect(throws: SyncProblem.self) { _ = try await engine.syncOnce() }
    try world.org.change { model, now in
      for task in model.all("Task") {
        try model.update(task.id.text, ["OwnerId": .id(world.org.colleague)], by: world.org.user, at: now)
      }
    }
    world.advance(by: 3 * 86_400)
    _ = try await engine.syncOnce()
    #expect(world.there().count == 1)
    #expect(try world.here().allSatisfy { $0.id == id })
  }

  @Test("An org that refuses keys is gone on with without them, at once and from then on")
  func keysRefused() async throws {
    let world = try World()
    world.org.createsIdempotently = true
    let loop = SyncLoop(store: world.store, org: world.org, environment: world.environment) { _ in }
    func step() async throws {
      loop.take(try world.store.syncNeed())
      await loop.step()
    }
    try await step()
    for name in ["A", "B"] { _ = try world.add(name) }
    world.org.failNext("create", .refused(.refused(RecordError(code: "INVALID_INPUT", message: "no keys"))))
    #expect(try await world.requests { try await step() }.filter { $0 == "create" }.count == 2)
    #expect(world.there().count == 2)
    for name in ["C", "D"] { _ = try world.add(name) }
    #expect(try await world.requests { try await step() }.filter { $0 == "create" }.count == 1)
    #expect(world.there().count == 4)
    #expect(try world.here().allSatisfy { $0.mark == .synced })
  }

  @Test("An org that refuses keys is not asked by keys again by the next single sync, either")
  func keysRefusedOnce() async throws {
    let (world, engine) = try await worldWithKeys()
    for name in ["A", "B"] { _ = try world.add(name) }
    world.org.failNext("create", .refused(.refused(RecordError(code: "INVALID_INPUT", message: "no keys"))))
    _ = try await engine.syncOnce()
    for name in ["C", "D"] { _ = try world.add(name) }
    let requests = try await world.requests { _ = try await engine.syncOnce() }
    #expect(requests.filter { $0 == "create" }.count == 1)
    #expect(world.there().count == 4)
  }

  @Test(
    "A create without an answer is looked for by a single sync that learns only then that the org takes no keys",
    arguments: [(false, 60.0, 0), (false, 900, 1), (true, 60, 1)])
  func keysRefusedAfterLostAnswer(isMade: Bool, after: TimeInterval, made: Int) async throws {
    let (world, engine) = try await worldWithKeys()
    let id = try world.add("Call Ada")
    world.org.failNext("create", isMade ? .after : .refused(.unknownOutcome(reason: "lost on the way")))
    await #expect(throws: SyncProblem.self) { _ = try await engine.syncOnce() }
    world.advance(by: after)
    world.org.failNext("create", .refused(.refused(RecordError(code: "INVALID_INPUT", message: "no keys"))))
    _ = try await world.engine().syncOnce()
    #expect(world.there().count == made)
    #expect(try world.here().map(\.id) == [id])
    #expect(try world.here("Call Ada")?.mark == (made == 1 ? .synced : .pending))
  }

  /// An org with an external Id field, which is set here.
  private func worldWithExternalID() async throws -> (World, SyncEngine) {
    let world = try World()
    let field = "Command_Center_Id__c"
    world.org.change { model, _ in
      _ = model.optionalFields.insert(FieldName(object: "Task", field: field))
    }
    try world.store.set(.externalIDField, to: field)
    let engine = world.engine()
    _ = try await engine.syncOnce()
    world.advance(by: 60)
    return (world, engine)
  }

  @Test("Which way is taken in an org is chosen at connection and can be read afterwards")
  func chosenWay() async throws {
    let byExternalID = try await worldWithExternalID().0
    let byKey = try await worldWithKeys().0
    let bySearch = try World()
    _ = try await bySearch.engine().syncOnce()
    #expect(
      try [byExternalID, byKey, bySearch].map { try $0.store.syncState().createWay } == [
        "external Id field Command_Center_Id__c", "Idempotency-Key", "search",
      ])
  }

  @Test("By an external Id, a create whose answer was lost is found by its key, and not made twice")
  func externalIDLostAnswer() async throws {
    let (world, engine) = try await worldWithExternalID()
    let id = try world.add("Call Ada")
    world.org.failNext("upsert", .after)
    await #expect(throws: SyncProblem.self) { _ = try await engine.syncOnce() }
    // The pull that follows has found it by its key.
    try world.colleagueChanges("Call Ada", ["Subject": .text("Renamed there")])
    #expect(try await world.requests { _ = try await engine.syncOnce() } == ["query"])
    #expect(world.there().count == 1)
    #expect(try world.here().map(\.id) == [id])
    #expect(try world.here("Call Ada")?.mark == .synced)
    #expect(world.there().allSatisfy { $0["Command_Center_Id__c"].text?.isEmpty == false })
  }

  /// A task of which the create got no answer, and which is out of this user's sight since.
  private func invisibleTask() async throws -> (World, SyncEngine, ReminderID, Record) {
    let (world, engine) = try await worldWithExternalID()
    world.org.change { model, _ in model.activitySharing = .private }
    let id = try world.add("Call Ada")
    world.org.failNext("upsert", .after)
    await #expect(throws: SyncProblem.self) { _ = try await engine.syncOnce() }
    let task = try #require(try world.there("Call Ada"))
    try world.org.change { model, now in
      let fields: Fields = ["OwnerId": .id(world.org.colleague)]
      try model.update(task.id.text, fields, by: world.org.user, at: now)
    }
    return (world, engine, id, task)
  }

  @Test("By an external Id, a create whose task this user does not see is not made twice, and is linked")
  func externalIDInvisible() async throws {
    let (world, engine, id, task) = try await invisibleTask()
    world.advance(by: 3_600)
    _ = try await engine.syncOnce()
    #expect(world.there().map(\.id) == [task.id])
    #expect(try world.store.row(id)?.reminder.salesforceID == task.id.text)
  }

  @Test("What was edited since is not taken for what was made: it is an edit that is still to be sent")
  func externalIDInvisibleEdited() async throws {
    let (world, engine, id, task) = try await invisibleTask()
    try world.perform(.setPriority([id], .high))
    world.advance(by: 3 * 86_400)
    _ = try? await engine.syncOnce()
    let row = try #require(try world.store.row(id))
    #expect(row.reminder.salesforceID == task.id.text && row.reminder.fields.priority == .high)
    #expect(row.mark != .synced)
  }

  @Test(
    "A create that is refused whenever it is sent again is sent as corrected when the first can commit no more",
    arguments: [true, false])
  func correctedMeanwhile(byExternalID: Bool) async throws {
    let world = try await byExternalID ? worldWithExternalID().0 : worldWithKeys().0
    let create = byExternalID ? "upsert" : "create"
    let loop = SyncLoop(store: world.store, org: world.org, environment: world.environment) { _ in }
    func step() async throws {
      loop.take(try world.store.syncNeed())
      loop.timePassed()
      await loop.step()
    }
    let id = try world.add("Call Ada")
    world.org.failNext(create, .refused(.unknownOutcome(reason: "lost on the way")))
    try await step()
    try world.org.change { model, _ in
      _ = try model.addValidationRule(on: "Task", refusing: "Priority = 'Normal'", message: "high only")
    }
    world.advance(by: 10)
    try world.perform(.setPriority([id], .high))
    try await step()
    #expect(world.there().isEmpty)
    world.advance(by: PushAttempt.mayCommitFor)
    try await step()
    #expect(world.there().count == 1)
    #expect(try world.here("Call Ada")?.mark == .synced)
  }

  @Test("By an external Id, a create that did not happen is sent again at once")
  func externalIDNotHappened() async throws {
    let (world, engine) = try await worldWithExternalID()
    _ = try world.add("Call Ada")
    world.org.failNext("upsert", .refused(.unknownOutcome(reason: "lost on the way")))
    await #expect(throws: SyncProblem.self) { _ = try await engine.syncOnce() }
    #expect(try await world.requests { _ = try await engine.syncOnce() } == ["query", "upsert", "query"])
    #expect(world.there().count == 1)
    #expect(try world.here().map(\.mark) == [.synced])
  }
}
