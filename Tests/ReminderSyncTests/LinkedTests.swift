import Foundation
import OrgModel
import ReminderStore
import ReminderSync
import Reminders
import Salesforce
import SyncSimulation
import Testing

@Suite("What a query no longer finds (sync-rules.md §2.4, §2.7)")
struct LinkedTests {
  private static let day = 86_400.0

  @Test("After more than 15 days off, what is gone there is deleted here, and what is there stays")
  func longOff() async throws {
    let world = try World()
    for name in ["Gone", "In the bin", "Stays", "Changed"] { try world.colleagueCreates(name) }
    try await world.sync()
    try world.store.set(.sync, to: "off")
    try world.purge("Gone")
    world.advance(by: 20 * Self.day)
    try world.colleagueDeletes("In the bin")
    try world.colleagueChanges("Changed", ["Description": .text("meanwhile")])
    let made = try world.add("Made while off")
    try world.store.set(.sync, to: "on")
    let requests = try await world.requests { try await world.sync() }
    // The log of deletions does not reach back as far: every linked task is asked for.
    #expect(requests.prefix(5) == ["user", "describe", "object info", "organization", "retrieve"])
    #expect(try Set(world.here().map(\.reminder.fields.name)) == ["Stays", "Changed", "Made while off"])
    #expect(try world.here("Stays")?.mark == .synced)
    #expect(try world.here("Changed")?.reminder.fields.details == "meanwhile")
    #expect(try world.here("Made while off")?.id == made)
    #expect(try world.here("Made while off")?.mark == .localOnly)
    let trash = try world.store.rows(.trash, on: LocalDay(at: world.now, in: .gmt))
    #expect(Set(trash.map(\.reminder.fields.name)) == ["Gone", "In the bin"])
  }

  @Test(
    "Where the log of deletions does not reach back, every linked task is asked for, and what is gone is deleted here")
  func emptiedBin() async throws {
    let world = try World()
    for name in ["Gone", "Stays"] { try world.colleagueCreates(name) }
    try await world.sync()
    world.advance(by: 3_600)
    try world.purge("Gone")
    world.advance(by: 3_600)
    let requests = try await world.requests { try await world.sync() }
    #expect(requests.starts(with: ["user", "describe", "object info", "organization", "deleted", "retrieve"]))
    #expect(try world.here().map(\.reminder.fields.name) == ["Stays"])
    #expect(try world.store.rows(.trash, on: LocalDay(at: world.now, in: .gmt)).map(\.reminder.fields.name) == ["Gone"])
  }

  @Test(
    "A task that is given away leaves the lists, at once if it is due within 14 days, else within a day; given back, it returns",
    arguments: [
      (inDays: 3, isSeenAtOnce: true), (inDays: 14, isSeenAtOnce: true), (inDays: 15, isSeenAtOnce: false),
      (inDays: 100, isSeenAtOnce: false),
    ], ActivitySharing.allCases)
  func givenAway(due: (inDays: Int, isSeenAtOnce: Bool), sharing: ActivitySharing) async throws {
    let world = try World()
    let id = try world.colleagueCreates(
      "Call Ada", ["ActivityDate": .text(world.today.adding(days: due.inDays).iso)])
    world.org.change { model, _ in model.activitySharing = sharing }
    /// The administrator sees and changes all.
    func give(to owner: RecordID, _ details: String) throws {
      try world.org.change { model, now in
        let admin = try #require(DemoUser.admin.id(in: model))
        try model.update(id.text, ["OwnerId": .id(owner), "Description": .text(details)], by: admin, at: now)
      }
    }
    let engine = world.engine()
    _ = try await engine.syncOnce()
    func open() throws -> [String] {
      try world.store.rows(.open, on: LocalDay(at: world.now, in: .gmt)).map(\.reminder.fields.name)
    }
    #expect(try open() == ["Call Ada"])
    world.advance(by: 3_600)
    try give(to: world.org.colleague, "yours")
    _ = try await engine.syncOnce()
    #expect(try open().isEmpty == due.isSeenAtOnce)
    world.advance(by: Self.day)
    _ = try await engine.syncOnce()
    #expect(try open().isEmpty)
    // It is not a delete: nothing happened to it there.
    #expect(world.there().count == 1)
    try give(to: world.org.user, "yours again")
    _ = try await engine.syncOnce()
    #expect(try open() == ["Call Ada"])
    #expect(try world.here().map(\.reminder.fields.details) == ["yours again"])
  }

  @Test("When many tasks can no longer be seen at once the user is asked, and from then on they cost nothing")
  func manyOutOfSight() async throws {
    let world = try World()
    for number in 0..<60 { try world.colleagueCreates("\(number)") }
    let engine = world.engine()
    _ = try await engine.syncOnce()
    world.advance(by: 3_600)
    try world.org.change { model, now in
      model.activitySharing = .private
      let admin = try #require(DemoUser.admin.id(in: model))
      for task in model.all("Task") {
        try model.update(task.id.text, ["OwnerId": .id(world.org.colleague)], by: admin, at: now)
      }
    }
    #expect(try await world.requests { _ = try await engine.syncOnce() } == ["query", "deleted"])
    #expect(try world.here().count == 60 && world.store.counts().vanishing == 60)
    for _ in 1...3 {
      world.advance(by: 900)
      #expect(try await world.requests { _ = try await engine.syncOnce() } == ["query"])
    }
    try world.perform(.answerVanishing(.delete))
    #expect(try world.store.rows(.open, on: LocalDay(at: world.now, in: .gmt)).isEmpty)
    // They live there, and come back with the owner.
    #expect(world.there().count == 60)
    let id = try #require(world.there().first?.id)
    try world.org.change { model, now in
      let admin = try #require(DemoUser.admin.id(in: model))
      try model.update(id.text, ["OwnerId": .id(world.org.user)], by: admin, at: now)
    }
    _ = try await engine.syncOnce()
    #expect(try world.store.rows(.open, on: LocalDay(at: world.now, in: .gmt)).count == 1)
    #expect(try world.here().count == 60)
  }

  @Test("While it syncs on and on, what was in the trash for 30 days is forgotten, with the reading of a day")
  func trash() async throws {
    let world = try World()
    try world.colleagueCreates("Call Ada")
    let engine = world.engine()
    _ = try await engine.syncOnce()
    try world.colleagueDeletes("Call Ada")
    _ = try await engine.syncOnce()
    func trash() throws -> Int { try world.store.rows(.trash, on: LocalDay(at: world.now, in: .gmt)).count }
    for day in 1...31 {
      #expect(try trash() == 1, "after \(day - 1) days")
      world.advance(by: Self.day)
      _ = try await engine.syncOnce()
    }
    #expect(try trash() == 0)
  }

  @Test("The linked tasks that are due later are read by their Ids once a day, not with every pull")
  func onceADay() async throws {
    let world = try World()
    try world.colleagueCreates("Call Ada", ["ActivityDate": .text(world.today.adding(days: 30).iso)])
    let engine = world.engine()
    _ = try await engine.syncOnce()
    for _ in 1...2 {
      world.advance(by: Self.day - 3_600)
      #expect(try await world.requests { _ = try await engine.syncOnce() } == ["query"])
      world.advance(by: 3_600)
      // Then the org is asked anew who the user is, what he may do there, and what was deleted, too.
      #expect(
        try await world.requests { _ = try await engine.syncOnce() }.prefix(5)
          == ["user", "describe", "deleted", "retrieve", "query"])
    }
  }
}
