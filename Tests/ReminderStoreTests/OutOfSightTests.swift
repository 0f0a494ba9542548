import Foundation
import ReminderStore
import Reminders
import Testing

@Suite("Tasks that this user may not see any more (sync-rules.md §2.7, §3)")
struct OutOfSightTests {
  @Test("They leave the lists, are not deleted, send nothing, and come back when they are found")
  func leaves() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    #expect(try fixture.store.putOutOfSight([Fixture.task(1).id, "unknown"], fixture.context) == PullReport())
    #expect(try fixture.names(.open).isEmpty)
    #expect(try fixture.names(.trash).isEmpty)
    #expect(try fixture.store.pushItems().isEmpty)
    let writes = try fixture.rowsWritten {
      _ = try fixture.store.putOutOfSight([Fixture.task(1).id], fixture.context)
    }
    #expect(writes == 0)
    _ = try fixture.absorb(Fixture.task(1))
    #expect(try fixture.names(.open) == ["Call Ada"])
    #expect(try fixture.row(id).remoteChange != nil)
  }

  @Test("An edit of one here is still sent: Salesforce says what it makes of it")
  func edited() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    try fixture.set(id, due: nil)
    _ = try fixture.store.putOutOfSight([Fixture.task(1).id], fixture.context)
    #expect(try fixture.store.pushItems().map(\.id) == [id])
  }

  @Test("What was made here for somebody else stays delegated, in sight or not")
  func delegated() throws {
    let fixture = try Fixture()
    let draft = ReminderDraft(fields: ReminderFields(name: "For Carla", assignee: Fixture.colleague))
    let id = try #require(try fixture.store.perform(.create(draft), at: fixture.now)?.reminders.first)
    try fixture.store.settle(
      [.created(id, salesforceID: Fixture.task(1).id, try fixture.send(.create, id))], at: fixture.now)
    #expect(try fixture.names(.delegated) == ["For Carla"])
    _ = try fixture.store.putOutOfSight([Fixture.task(1).id], fixture.context)
    #expect(try fixture.names(.delegated) == ["For Carla"])
    #expect(try fixture.names(.open).isEmpty)
  }

  @Test("What was made here for the user and went out of sight is not delegated")
  func mine() throws {
    let fixture = try Fixture()
    let id = try fixture.add("mine")
    try fixture.store.settle(
      [.created(id, salesforceID: Fixture.task(1).id, try fixture.send(.create, id))], at: fixture.now)
    _ = try fixture.store.putOutOfSight([Fixture.task(1).id], fixture.context)
    #expect(try fixture.names(.delegated).isEmpty)
    #expect(try fixture.names(.open).isEmpty)
  }

  @Test(
    "If too many would leave the lists at once, all stay, the user is asked, and they are not looked after any more")
  func tooMany() throws {
    let fixture = try Fixture()
    let tasks = (0..<20).map { Fixture.task($0) }
    let ids = tasks.map(\.id)
    _ = try fixture.store.absorb(tasks, fixture.context)
    #expect(try fixture.store.putOutOfSight(Array(ids.prefix(15)), fixture.context).held == 15)
    #expect(try fixture.names(.open).count == 20 && fixture.store.counts().vanishing == 15)
    #expect(try Set(fixture.store.linkedTasks(.all)) == Set(ids.suffix(5)))
    #expect(try fixture.store.linked(among: ids).count == 5)
    let writes = try fixture.rowsWritten {
      _ = try fixture.store.putOutOfSight(Array(ids.prefix(15)), fixture.context)
    }
    #expect(writes == 0)
    // One that is found again is asked about no more, one that turns out to be deleted as such.
    _ = try fixture.absorb(tasks[0])
    _ = try fixture.store.absorbDeletions([ids[1]], fixture.context)
    #expect(try fixture.store.counts().vanishing == 14)
    _ = try fixture.store.perform(.answerVanishing(.delete), at: fixture.now)
    #expect(try fixture.names(.open).count == 6 && fixture.names(.trash).count == 1)
    // A few leave at once.
    _ = try fixture.store.putOutOfSight(Array(ids.suffix(5)), fixture.context)
    #expect(try fixture.names(.open).count == 1)
  }

  @Test("Looked after are open tasks of the next days, also those given away; not what is deleted here or out of sight")
  func linked() throws {
    let fixture = try Fixture()
    let tasks = (0..<6).map { Fixture.task($0, due: $0 == 1 ? nil : Fixture.day($0)) }
    _ = try fixture.store.absorb(tasks, fixture.context)
    let ids = try tasks.map { try fixture.store.resolve($0.id).id }
    _ = try fixture.store.perform(
      .edit(ids[2], ReminderFields(name: "", assignee: Fixture.colleague), [.assignee]), at: fixture.now)
    _ = try fixture.store.perform(.setCompleted([ids[3]], true), at: fixture.now)
    _ = try fixture.store.perform(.delete([ids[4]]), at: fixture.now)
    _ = try fixture.store.putOutOfSight([tasks[5].id], fixture.context)
    let days = Fixture.day(0)...Fixture.day(9)
    let today = Fixture.today.day
    #expect(
      try fixture.store.linkedTasks(.openDue(days, nearest: today, limit: 9)) == [tasks[0].id, tasks[2].id])
    #expect(try fixture.store.linkedTasks(.openDue(days, nearest: today, limit: 1)) == [tasks[0].id])
    #expect(try Set(fixture.store.linkedTasks(.open)) == [tasks[0].id, tasks[1].id, tasks[2].id])
    #expect(try Set(fixture.store.linkedTasks(.all)) == Set(tasks.prefix(4).map(\.id)))
    let some = tasks[3...].map(\.id) + (0..<2_000).map { "unknown \($0)" } + [tasks[0].id]
    #expect(try Set(fixture.store.linked(among: some)) == [tasks[3].id, tasks[0].id])
    #expect(try Set(fixture.store.known(among: some)) == Set(tasks[3...].map(\.id) + [tasks[0].id]))
  }

  @Test("If there are more than are looked after, those nearest to today are, not what is long overdue")
  func nearest() throws {
    let fixture = try Fixture()
    let tasks = [-60, -5, 0, 2, 9].enumerated().map { Fixture.task($0, due: Fixture.day($1)) }
    _ = try fixture.store.absorb(tasks, fixture.context)
    let nearest = LinkedTasks.openDue(Fixture.day(-90)...Fixture.day(14), nearest: Fixture.day(0), limit: 3)
    #expect(try fixture.store.linkedTasks(nearest) == [tasks[2].id, tasks[3].id, tasks[1].id])
  }
}
