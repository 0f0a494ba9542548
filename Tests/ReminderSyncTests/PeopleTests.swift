import Foundation
import OrgModel
@testable import ReminderStore
@testable import ReminderSync
import Reminders
import Salesforce
import SyncSimulation
import Testing

@Suite("People and other records are read sparingly")
struct PeopleTests {
  private static let day = 86_400.0

  private func names(_ text: String, _ field: ReferenceField = .person, _ world: World) throws -> [String] {
    try world.store.records(LookUp(field, text)).map(\.name)
  }

  private func create(_ object: String, _ fields: Fields, by user: RecordID? = nil, _ world: World) throws -> RecordID {
    try world.org.change { model, now in
      try model.create(object, fields, by: user ?? world.org.user, at: now)
    }
  }

  @Test("After the tasks, colleagues and the user's own records are read, in two requests")
  func atFirst() async throws {
    let world = try World()
    let requests = try await world.requests { try await world.sync() }
    #expect(requests.suffix(2) == ["recent", "records"])
    #expect(requests.filter { $0 == "records" }.count == 1)
    #expect(try names("lovel", .person, world) == ["Ada Lovelace"])
    #expect(try names("kovalenko", .person, world) == ["Olena Kovalenko"])
    #expect(try names("okafor", .assignee, world) == ["Sam Okafor"])
    #expect(try names("lumen", .relatedTo, world).count == 2)
    let ada = try #require(try world.store.records(LookUp(.person, "lovel")).first)
    #expect(ada.isOwn && ada.detail == "Head of Analysis, Northwind Cargo" && ada.email?.contains("@") == true)
    // Nothing can be assigned to somebody who has left.
    #expect(try names("paula", .assignee, world) == [])
  }

  @Test("Not before sync is on, and no more than once a day; then only what changed")
  func daily() async throws {
    let world = try World()
    var status: SyncStatus?
    let loop = SyncLoop(store: world.store, org: world.org, environment: world.environment) { status = $0 }
    func cycles(for seconds: TimeInterval) async -> [String] {
      let end = world.now.addingTimeInterval(seconds)
      return await world.requests {
        while let due = loop.nextDue, due < end {
          world.advance(by: max(0, due.timeIntervalSince(world.now)))
          loop.timePassed()
          await loop.step()
        }
      }
    }
    loop.take(try world.store.syncNeed())
    await loop.step()
    loop.take(.subscribed(LiveSubscription(.changeEvents)))
    await loop.step()
    let first = world.org.requests.filter { ["recent", "records"].contains($0) }
    #expect(first == ["recent", "records"])
    #expect(status?.state == .live)
    _ = try create("Contact", ["LastName": .text("Newcomer")], world)
    #expect(await cycles(for: Self.day - 1_000).allSatisfy { $0 == "query" })
    #expect(try names("newc", .person, world) == [])
    // After what else is looked after once a day, a part an hour.
    let next = await cycles(for: 8 * 3_600)
    #expect(next.filter { ["recent", "records"].contains($0) } == ["recent", "records"])
    #expect(try names("newc", .person, world) == ["Newcomer"])
  }

  @Test("What was changed, deactivated or deleted there is so here with the next reading")
  func changes() async throws {
    let world = try World()
    try await world.sync()
    let admin = try #require(world.org.change { model, _ in DemoUser.admin.id(in: model) })
    func id(_ text: String, _ field: ReferenceField = .person) throws -> String {
      try #require(try world.store.records(LookUp(field, text)).first).id
    }
    let (ada, grace, olena) = (try id("lovelace"), try id("hopper"), try id("kovalenko"))
    let (sam, lumen) = (try id("okafor", .assignee), try id("lumen opt", .relatedTo))
    world.advance(by: Self.day)
    try world.org.change { model, now in
      try model.update(ada, ["LastName": .text("Byron")], by: admin, at: now)
      try model.delete(grace, by: admin, at: now)
      try model.update(sam, ["IsActive": .flag(false)], by: admin, at: now)
      try model.update(lumen, ["BillingCity": .text("Ghent")], by: admin, at: now)
    }
    try await world.sync()
    #expect(try names("lovelace", .person, world) == [])
    #expect(try names("byron", .person, world) == ["Ada Byron"])
    #expect(try names("hopper", .person, world) == [])
    #expect(try names("okafor", .assignee, world) == [])
    #expect(try names("kovalenko", .person, world) == ["Olena Kovalenko"])
    #expect(olena.hasPrefix("00Q"))
  }

  @Test("A rep with 5,000 contacts costs four requests at first, and two a day")
  func manyContacts() async throws {
    let world = try World()
    try world.org.change { model, now in
      for number in 1...5_000 {
        _ = try model.create("Contact", ["LastName": .text("Number\(number)")], by: world.org.user, at: now)
      }
    }
    world.advance(by: 3_600)
    func count(_ requests: [String]) -> Int { requests.count { ["recent", "records"].contains($0) } }
    #expect(count(try await world.requests { try await world.sync() }) == 4)
    #expect(try names("number4999", .person, world) == ["Number4999"])
    #expect(try names("number1", .person, world).count == 20)
    world.advance(by: Self.day)
    #expect(count(try await world.requests { try await world.sync() }) == 2)
    #expect(count(try await world.requests { try await world.sync() }) == 0)
  }

  @Test("A reading that was interrupted goes on where it was, and keeps no task up")
  func interrupted() async throws {
    let world = try World()
    try world.org.change { model, now in
      for number in 1...2_500 {
        _ = try model.create("Contact", ["LastName": .text("Number\(number)")], by: world.org.user, at: now)
      }
    }
    try world.colleagueCreates("Call Ada")
    world.org.failNext("records", .after)
    try await world.sync()
    #expect(try world.here("Call Ada")?.mark == .synced)
    #expect(try names("number", .person, world) == [])
    // The first of two pages comes, then the connection breaks.
    let store = world.store
    world.org.failNext("records", .meanwhile { world.org.failNext("records", .before) })
    await #expect(throws: SyncProblem.self) { try await world.sync() }
    let reading = try #require(try store.recordReadings()[.contact])
    #expect(reading.current?.count == 2_000)
    let requests = try await world.requests { try await world.sync() }
    #expect(requests.count { $0 == "records" } == 1 && !requests.contains("recent"))
    #expect(try store.recordReadings()[.contact]?.current == nil)
    #expect(try names("number1", .person, world).count == 20)
  }

  @Test("A user who may not see an object or a field still has the others")
  func missingRights() async throws {
    let world = try World()
    let user = world.org.user
    world.org.change { model, _ in model.changeMember(user) { $0.objectAccess["Lead"] = [] } }
    try await world.sync()
    #expect(try names("kovalenko", .person, world) == [])
    #expect(try names("lovelace", .person, world) == ["Ada Lovelace"])
    #expect(try await world.requests { try await world.sync() }.contains("records") == false)
    // Once he may, they come with the next reading.
    world.org.change { model, _ in model.changeMember(user) { $0.objectAccess["Lead"] = .ordinary } }
    world.advance(by: Self.day)
    try await world.sync()
    #expect(try names("kovalenko", .person, world) == ["Olena Kovalenko"])
  }

  @Test("What the org refuses of it, or does not answer, is left for an hour; the tasks are in sync all the same")
  func refused() async throws {
    let world = try World()
    let error = RecordError(code: "UNKNOWN_EXCEPTION", message: "sorry")
    world.org.failNext("records", .refused(.refused(error)))
    try await world.sync()
    #expect(try names("lovelace", .person, world) == [])
    #expect(try await world.requests { try await world.sync() }.contains("records"))
    #expect(try names("lovelace", .person, world) == ["Ada Lovelace"])
    var agenda = SyncAgenda()
    agenda.holdDailyParts(until: world.now.addingTimeInterval(3_600))
    agenda.noteDue(.people)
    #expect(agenda.next(at: world.now) == nil)
    agenda.noteDue(.people)
    #expect(agenda.next(at: world.now.addingTimeInterval(3_600)) == .daily(.people))
  }

  @Test("People come after everything else")
  func order() {
    let now = Date(timeIntervalSince1970: 1_795_608_000)
    var agenda = SyncAgenda()
    agenda.noteDue(.people)
    agenda.repeatAll()
    #expect(agenda.next(at: now) == .push)
    #expect(agenda.next(at: now) == .pull([]))
    #expect(agenda.next(at: now) == .daily(.people))
    #expect(agenda.next(at: now) == nil)
  }

  @Test(
    "After a long time off all is read anew, since what was deleted is told for 15 days only",
    arguments: [(1.0, true), (13.9, true), (14.1, false), (400, false)] as [(Double, Bool)])
  func longOff(days: Double, asksForChanges: Bool) {
    let now = Date(timeIntervalSince1970: 1_795_608_000)
    var reading = RecordReading()
    reading.coveredUntil = now.addingTimeInterval(-days * Self.day)
    reading.current = RecordReading.Current(startedAt: now)
    #expect((reading.changesSince != nil) == asksForChanges)
  }

  @Test("A task that is given to a colleague shows his name, whoever gave it, and a change shows who made it")
  func names() async throws {
    let world = try World()
    try world.colleagueCreates("Call Ada")
    try await world.sync()
    let sam = try #require(try world.store.records(LookUp(.assignee, "okafor")).first)
    let id = try world.id(of: "Call Ada")
    var fields = ReminderFields(name: "")
    fields.assignee = sam.reference
    try world.perform(.edit(id, fields, [.assignee]))
    #expect(try world.store.row(id)?.reminder.fields.assignee?.name == "Sam Okafor")
    try await world.sync()
    #expect(try world.there("Call Ada")?["OwnerId"].text == sam.id)
    // By an Id alone: the name comes from the org.
    let ines = world.org.manager.text
    fields.assignee = RecordReference(id: ines, name: ines)
    try world.perform(.edit(id, fields, [.assignee]))
    try await world.sync()
    world.advance(by: Self.day)
    try await world.sync()
    #expect(try world.store.row(id)?.reminder.fields.assignee == RecordReference(id: ines, name: "Ines Marchetti"))
  }
}
