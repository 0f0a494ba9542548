import Foundation
import ReminderStore
import Reminders
import Testing

@Suite("Tasks that come from Salesforce")
struct PullTests {
  @Test("A task of the user is imported once, however often it comes")
  func once() throws {
    let fixture = try Fixture()
    for _ in 1...3 { _ = try fixture.store.absorb([Fixture.task(1)], fixture.context) }
    #expect(try fixture.store.rows(.all, on: Fixture.today).map(\.reminder.fields.name) == ["Call Ada"])
  }

  @Test("Tasks of other people are not imported")
  func others() throws {
    let fixture = try Fixture()
    _ = try fixture.store.absorb([Fixture.task(1, owner: Fixture.colleague)], fixture.context)
    #expect(try fixture.store.rows(.all, on: Fixture.today).isEmpty)
  }

  @Test("What is known already changes no row")
  func noEcho() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    let before = try fixture.row(id)
    let report = try fixture.store.absorb([Fixture.task(1)], fixture.context)
    #expect(report == PullReport())
    #expect(try fixture.row(id) == before)
  }

  @Test("An older version that comes late changes nothing")
  func stale() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1, due: nil, stamp: 60))
    _ = try fixture.store.absorb([Fixture.task(1, stamp: 30)], fixture.context)
    #expect(try fixture.row(id).reminder.fields.due == nil)
  }

  @Test("A change there is taken over and says by whom; a Subject there is not the name here")
  func change() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    var task = Fixture.task(1, "Renamed", due: nil, stamp: 60)
    task.status = "In Progress"
    task.priority = "Low"
    _ = try fixture.store.absorb([task], fixture.context)
    let row = try fixture.row(id)
    #expect(row.reminder.fields.name == "Call Ada")
    #expect(row.reminder.fields.due == nil)
    #expect(row.reminder.fields.priority == .normal)
    #expect(!row.reminder.fields.isCompleted)
    #expect(row.salesforceStatus == "In Progress" && row.salesforcePriority == "Low")
    #expect(row.remoteChange?.author == "Carla Jones")
    #expect(row.mark == .synced)
  }

  @Test("Both changed a field: the later edit wins, the other is in the conflict log", arguments: [-60.0, 60.0])
  func conflict(thereLaterBy seconds: TimeInterval) throws {
    let fixture = try Fixture()
    var first = Fixture.task(1, stamp: -600)
    first.modifiedAt = first.stamp
    let id = try fixture.imported(first)
    let here = Fixture.today.day.adding(days: 1)
    let there = Fixture.today.day.adding(days: 2)
    _ = try fixture.store.perform(.setDue([id], here), at: fixture.now)
    let report = try fixture.store.absorb([Fixture.task(1, due: there, stamp: seconds)], fixture.context)
    #expect(report.conflicts == 1)
    let row = try fixture.row(id)
    #expect(row.mark == .conflict)
    #expect(row.reminder.fields.due == (seconds > 0 ? there : here))
    #expect(try fixture.store.pushItems().isEmpty == (seconds > 0))
    let entry = try #require(try fixture.store.list(.agenda, on: Fixture.today).conflicts[id]?.first)
    #expect([entry.hereValue, entry.thereValue, entry.author] == [here.iso, there.iso, "Carla Jones"])
    _ = try fixture.store.perform(.dismissConflicts([id]), at: fixture.now)
    #expect(try fixture.row(id).mark != .conflict)
  }

  @Test("Given to another owner it leaves the lists; given back it returns")
  func ownerChange() throws {
    let fixture = try Fixture()
    _ = try fixture.imported(Fixture.task(1))
    _ = try fixture.store.absorb([Fixture.task(1, owner: Fixture.colleague, stamp: 60)], fixture.context)
    #expect(try fixture.store.list(.agenda, on: Fixture.today)[.today].isEmpty)
    #expect(try fixture.store.linkedTasks(.open) == [Fixture.task(1).id])
    _ = try fixture.store.absorb([Fixture.task(1, stamp: 120)], fixture.context)
    #expect(try fixture.store.list(.agenda, on: Fixture.today)[.today].count == 1)
  }

  @Test("A cursor moves with the page that it stands for")
  func cursor() throws {
    let fixture = try Fixture()
    let cursor = SyncCursor(stamp: Fixture.now, id: Fixture.task(1).id)
    _ = try fixture.store.absorb([Fixture.task(1)], fixture.context) { $0.pullCursor = cursor }
    #expect(try fixture.store.syncState().pullCursor == cursor)
  }

  @Test("A task that is given to the user is imported, one that is given away unknown is not")
  func ownerChangeOfUnknown() throws {
    let fixture = try Fixture()
    _ = try fixture.absorb(Fixture.task(1, owner: Fixture.colleague))
    _ = try fixture.absorb(Fixture.task(1, stamp: 60), Fixture.task(2, owner: Fixture.colleague, stamp: 60))
    #expect(try fixture.row(try fixture.store.resolve(Fixture.task(1).id).id).remoteChange?.author == "Carla Jones")
    #expect(try fixture.names(.all) == ["Call Ada"])
  }

  @Test("The conflict log keeps both whole versions")
  func versions() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1, stamp: -600))
    try fixture.set(id, due: Fixture.day(1))
    _ = try fixture.store.perform(.setPriority([id], .high), at: fixture.now)
    var task = Fixture.task(1, due: Fixture.day(2), stamp: 60)
    task.details = "changed there"
    _ = try fixture.absorb(task)
    let entry = try #require(try fixture.conflicts(id).first)
    #expect(entry.here?.due == Fixture.day(1) && entry.here?.priority == .high && entry.here?.details == "")
    #expect(entry.there?.due == Fixture.day(2) && entry.there?.details == "changed there")
  }

  @Test("A field that the user may not read stays as it is on both sides, and has its default at import")
  func unreadable() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    var context = fixture.context
    context = PullContext(
      mapping: context.mapping, user: context.user, now: context.now, serverLead: 0, isFirstImport: false,
      unreadable: [.due, .status, .priority, .details])
    var task = Fixture.task(1, due: nil, stamp: 60)
    (task.status, task.priority, task.person) = ("", "", RecordReference(id: "003000000000009AAA", name: "Ada"))
    _ = try fixture.store.absorb([task, Fixture.task(2, due: Fixture.day(1))], context)
    let row = try fixture.row(id)
    #expect(row.reminder.fields.due == Fixture.today.day && row.reminder.fields.person?.name == "Ada")
    #expect(row.salesforceStatus == "Not Started" && row.salesforcePriority == "Normal")
    #expect(try fixture.store.resolve(Fixture.task(2).id).reminder.fields.due == nil)
    try fixture.set(id, due: Fixture.day(3))
    task.stamp = Fixture.now.addingTimeInterval(120)
    #expect(try fixture.store.absorb([task], context).conflicts == 0)
    #expect(try fixture.item(id)?.base?.due == Fixture.today.day)
  }

  @Test("A name that an answer does not give is kept")
  func namelessReferences() throws {
    let fixture = try Fixture()
    var task = Fixture.task(1)
    task.person = RecordReference(id: "003000000000009AAA", name: "Ada")
    let id = try fixture.imported(task)
    task.person = RecordReference(id: "003000000000009AAA", name: "")
    #expect(try fixture.rowsWritten(absorbing: task) == 0)
    #expect(try fixture.row(id).reminder.fields.person?.name == "Ada")
  }
}
