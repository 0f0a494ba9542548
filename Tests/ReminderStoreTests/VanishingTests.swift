import Foundation
import ReminderStore
import Reminders
import Testing

@Suite("Tasks that are gone in Salesforce, many at once (sync-rules.md §3)")
struct VanishingTests {
  private func fixture(linked count: Int) throws -> Fixture {
    let fixture = try Fixture()
    _ = try fixture.store.absorb((0..<count).map { Fixture.task($0, "Task \($0)") }, fixture.context)
    return fixture
  }

  private func gone(_ numbers: Range<Int>, stamp: TimeInterval = 60) -> [SalesforceTask] {
    numbers.map { Fixture.deleted($0, stamp: stamp) }
  }

  @Test(
    "More than 50 are asked about, and more than a tenth, but not a handful",
    arguments: [
      (9, 9, false), (12, 9, false), (12, 10, true), (100, 10, false), (100, 11, true), (600, 50, false),
      (600, 51, true),
    ])
  func threshold(linked: Int, gone count: Int, isAsked: Bool) throws {
    for isRead in [true, false] {
      let fixture = try fixture(linked: linked)
      let tasks = gone(0..<count)
      let report =
        try isRead
        ? fixture.store.absorb(tasks, fixture.context)
        : fixture.store.absorbDeletions(tasks.map(\.id) + tasks.map(\.id), fixture.context)
      #expect(report.held == (isAsked ? count : 0) && report.deleted == (isAsked ? 0 : count))
      #expect(try fixture.names(.all).count == linked - report.deleted)
      #expect(try fixture.store.counts().vanishing == report.held)
    }
  }

  @Test("What is asked about is not applied, not sent and not read again, and the same answer writes nothing more")
  func held() throws {
    let fixture = try fixture(linked: 20)
    let edited = try fixture.store.resolve(Fixture.task(3).id).id
    try fixture.set(edited, due: nil)
    _ = try fixture.store.absorb(gone(0..<15), fixture.context)
    #expect(try fixture.store.pushItems().isEmpty)
    #expect(try fixture.store.linkedTasks(.all).count == 5)
    let writes = try fixture.rowsWritten { () throws in
      #expect(try fixture.store.absorb(gone(0..<15), fixture.context) == PullReport())
    }
    #expect(writes == 0)
    #expect(try fixture.names(.all).count == 20)
    // One more is asked about with them.
    #expect(try fixture.store.absorb(gone(0..<16), fixture.context).held == 1)
    #expect(try fixture.names(.all).count == 20)
  }

  @Test("Those that come one by one within an hour count together, and with those that are asked about")
  func oneByOne() throws {
    var fixture = try fixture(linked: 100)
    for number in 0..<12 {
      fixture.now += 60
      #expect(try fixture.absorb(Fixture.deleted(number)).held == (number < 10 ? 0 : 1))
    }
    fixture.now += 3_600
    #expect(try fixture.absorb(Fixture.deleted(12)).deleted == 1)
  }

  @Test("What the user has answered for counts no more", arguments: [VanishingAnswer.delete, .keep])
  func answered(_ answer: VanishingAnswer) throws {
    var fixture = try fixture(linked: 100)
    _ = try fixture.store.absorb(gone(0..<15), fixture.context)
    try fixture.perform(.answerVanishing(answer))
    fixture.now += 60
    #expect(try fixture.absorb(Fixture.deleted(20)).deleted == 1)
  }

  @Test("The other tasks of the same answer are taken in")
  func others() throws {
    let fixture = try fixture(linked: 20)
    let report = try fixture.store.absorb(gone(0..<15) + [Fixture.task(17, due: nil, stamp: 60)], fixture.context)
    #expect(report.held == 15 && report.pulled == 1)
  }

  @Test("A task that turns up alive is no longer asked about")
  func alive() throws {
    let fixture = try fixture(linked: 20)
    _ = try fixture.store.absorb(gone(0..<15), fixture.context)
    let edited = try fixture.store.resolve(Fixture.task(3).id).id
    try fixture.set(edited, due: nil)
    _ = try fixture.absorb(Fixture.task(3, stamp: 120))
    #expect(try fixture.store.counts().vanishing == 14)
    #expect(try fixture.store.pushItems().map(\.id) == [edited])
  }

  @Test("One that the user deletes here is deleted without an answer")
  func deletedHere() throws {
    let fixture = try fixture(linked: 20)
    _ = try fixture.store.absorb(gone(0..<15), fixture.context)
    let id = try fixture.store.resolve(Fixture.task(3).id).id
    _ = try fixture.store.perform(.delete([id]), at: fixture.now)
    #expect(try fixture.store.pushItems().map(\.id) == [id])
    _ = try fixture.absorb(Fixture.deleted(3))
    #expect(try fixture.store.counts().vanishing == 14)
    #expect(try fixture.store.pushItems().isEmpty)
  }

  @Test("Tasks in the trash here do not count")
  func trash() throws {
    var fixture = try fixture(linked: 20)
    fixture.now += 60
    let ids = try (0..<6).map { try fixture.store.resolve(Fixture.task($0).id).id }
    _ = try fixture.store.perform(.delete(ids), at: fixture.now)
    #expect(try fixture.store.absorb(gone(0..<15), fixture.context).deleted == 9)
  }
}
