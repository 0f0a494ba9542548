import Foundation
import GRDB
@testable import ReminderStore
import Reminders
import Testing

@Suite("The trash")
struct TrashTests {
  @Test("A restored task that never left is sent under the key it was made with")
  func neverLeft() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    try fixture.perform(.delete([id]))
    #expect(try fixture.summary(.restore([id])) == "Restored “Call Ada”")
    #expect(try fixture.store.pushItems().map(\.createKey) == [id.rawValue])
  }

  @Test("A restored task whose delete was pushed is a new one there; so is one that was deleted there")
  func anew() throws {
    let fixture = try Fixture()
    let here = try fixture.imported(Fixture.task(1, "here"))
    let there = try fixture.imported(Fixture.task(2, "there"))
    try fixture.perform(.delete([here]))
    try fixture.push()
    _ = try fixture.store.absorbDeletions([Fixture.task(2).id], fixture.context)
    #expect(try fixture.summary(.restore([here, there])) == "Restored 2 tasks; they are made anew in Salesforce")
    #expect(try fixture.pushes() == ["create", "create"])
    let keys = try fixture.store.pushItems().map(\.createKey)
    #expect(Set(keys).count == 2 && !keys.contains(here.rawValue) && !keys.contains(there.rawValue))
  }

  @Test("Made there while it was being deleted here, and then deleted there: a restore uses no old key")
  func createdInFlight() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    let item = try #require(try fixture.store.pushItems().first)
    let values = PushedValues(fields: item.fields, changed: [], subject: "Call Ada", status: nil, priority: nil)
    try fixture.store.beginAttempts([PushAttempt(.create, of: id, values)], at: fixture.now)
    try fixture.perform(.delete([id]))
    try fixture.store.settle([.created(id, salesforceID: "00T1", values)], at: fixture.now)
    try fixture.push()
    #expect(try fixture.pushes().isEmpty)
    #expect(try fixture.summary(.restore([id])) == "Restored “Call Ada”; it is made anew in Salesforce")
    #expect(try fixture.store.pushItems().map(\.createKey) != [item.createKey])
  }

  @Test("Restored while its delete is in flight, it is made anew under a new key")
  func deleteInFlight() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    try fixture.push()
    try fixture.perform(.delete([id]))
    #expect(try fixture.summary(.restore([id])) == "Restored “Call Ada”")
    try fixture.store.settle([.deleted(id)], at: fixture.now)
    let item = try #require(try fixture.store.pushItems().first)
    #expect(item.salesforceID == nil && item.createKey != id.rawValue)
  }

  @Test("A local-only task stays local only")
  func localOnly() throws {
    let fixture = try Fixture(syncIsOn: false)
    let id = try fixture.add("Call Ada")
    try fixture.store.set(.sync, to: "on")
    try fixture.perform(.delete([id]))
    #expect(try fixture.summary(.restore([id])) == "Restored “Call Ada”")
    #expect(try fixture.row(id).mark == .localOnly && fixture.pushes().isEmpty)
  }

  @Test("A restore settles that the task was deleted on one side; undoing it opens the question again")
  func deletionConflict() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    try fixture.perform(.setPriority([id], .high))
    _ = try fixture.store.absorbDeletions([Fixture.task(1).id], fixture.context)
    #expect(try fixture.openConflicts(id) == [.deletion])
    try fixture.perform(.restore([id]))
    #expect(try fixture.openConflicts(id).isEmpty)
    try fixture.perform(.undo)
    #expect(try fixture.openConflicts(id) == [.deletion] && fixture.names(.trash) == ["Call Ada"])
  }

  @Test("After 30 days what is in the trash is forgotten, with its conflicts; what is linked or to be pushed stays")
  func emptied() throws {
    let fixture = try Fixture()
    let forgotten = try fixture.imported(Fixture.task(1, "forgotten"))
    _ = try fixture.imported(Fixture.task(2, "to be deleted there"))
    let live = try fixture.add("live")
    try fixture.perform(.setPriority([forgotten], .high))
    _ = try fixture.store.absorbDeletions([Fixture.task(1).id], fixture.context)
    try fixture.perform(.dismissConflicts([forgotten]))
    try fixture.perform(.delete([try fixture.store.resolve(Fixture.task(2).id).id]))
    try fixture.store.emptyTrash(at: fixture.inAMonth.addingTimeInterval(-1))
    #expect(try fixture.names(.trash).count == 2)
    try fixture.store.emptyTrash(at: fixture.inAMonth)
    #expect(try fixture.names(.trash) == ["to be deleted there"])
    #expect(try fixture.names(.all) == ["live"])
    let conflicts = try fixture.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM conflict") }
    #expect(conflicts == 0)
    #expect(try fixture.summary(.undo)?.hasPrefix("Undone: Deleted") == true)
    _ = live
  }

  @Test("Where nothing is to be forgotten nothing is written")
  func nothingToForget() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    try fixture.perform(.delete([id]))
    let statements = try fixture.statements { try $0.emptyTrash(at: fixture.inAMonth) }
    #expect(!statements.isEmpty && statements.allSatisfy { !$0.hasPrefix("DELETE") && !$0.hasPrefix("BEGIN IMM") })
  }

  @Test("While sync is off the trash is emptied by the clock here; while it is on, only by whoever knows the server's")
  func whileOff() throws {
    for isOn in [true, false] {
      let fixture = try Fixture(syncIsOn: isOn)
      let id = try fixture.imported(Fixture.task(1))
      _ = try fixture.store.absorbDeletions([Fixture.task(1).id], fixture.context)
      try fixture.store.emptyTrashWhileOff(at: fixture.inAMonth)
      #expect(try (fixture.store.row(id) != nil) == isOn)
    }
  }
}

extension Fixture {
  /// When what is deleted now was in the trash for just over 30 days.
  var inAMonth: Date { now.addingTimeInterval(30 * 86_400 + 1) }
}
