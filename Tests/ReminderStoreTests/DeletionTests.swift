import Foundation
import ReminderStore
import Reminders
import Testing

@Suite("Tasks that are deleted on one side")
struct DeletionTests {
  @Test("Deleted there is deleted here; the user can restore it, and then it is a new task")
  func deletion() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    #expect(try fixture.absorb(Fixture.deleted(1)).deleted == 1)
    #expect(try fixture.names(.all).isEmpty)
    #expect(try fixture.row(id).remoteChange?.author == "Carla Jones")
    #expect(try fixture.store.pushItems().isEmpty)
    #expect(try fixture.rowsWritten(absorbing: Fixture.deleted(1)) == 0)
    _ = try fixture.store.perform(.restore([id]), at: fixture.now)
    let item = try #require(try fixture.item(id))
    #expect(item.salesforceID == nil && item.createKey != id.rawValue)
  }

  @Test("Deleted and unknown here changes nothing")
  func unknown() throws {
    let fixture = try Fixture()
    #expect(try fixture.absorb(Fixture.deleted(1)) == PullReport())
    #expect(try fixture.count("reminder") == 0)
  }

  @Test(
    "Edited here and deleted there: deleted, and the edited version is in the trash and in the log",
    arguments: [true, false])
  func deletedWhileEdited(isRead: Bool) throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    _ = try fixture.store.perform(.setPriority([id], .high), at: fixture.now)
    let report =
      try isRead
      ? fixture.absorb(Fixture.deleted(1)) : fixture.store.absorbDeletions([Fixture.task(1).id], fixture.context)
    #expect(report.conflicts == 1 && report.deleted == 1)
    #expect(try fixture.store.pushItems().isEmpty)
    #expect(try fixture.row(id).mark == .conflict)
    #expect(try fixture.row(id).reminder.fields.priority == .high)
    let entry = try #require(try fixture.conflicts(id).first)
    #expect(entry.subject == .deletion && entry.kept == .there)
    #expect(entry.here?.priority == .high && entry.there?.priority == .normal)
  }

  @Test("An edit that reached Salesforce before the delete is no conflict")
  func deletedAfterEdit() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    _ = try fixture.store.perform(.setPriority([id], .high), at: fixture.now)
    try fixture.send(.update, id)
    var gone = Fixture.deleted(1, by: Fixture.me)
    gone.priority = "High"
    #expect(try fixture.absorb(gone).conflicts == 0)
    #expect(try fixture.names(.trash) == ["Call Ada"])
  }

  @Test("Deleted here and changed there: still deleted there, and restoring makes the changed version anew")
  func changedWhileDeleted() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    _ = try fixture.store.perform(.setPriority([id], .high), at: fixture.now)
    _ = try fixture.store.perform(.delete([id]), at: fixture.now)
    let report = try fixture.absorb(Fixture.task(1, due: nil, stamp: 60))
    #expect(report.conflicts == 1)
    #expect(try fixture.names(.all).isEmpty)
    #expect(try fixture.store.pushItems().map(\.isDeleted) == [true])
    try fixture.store.settle([.deleted(id)], at: fixture.now.addingTimeInterval(90))
    #expect(try fixture.store.pushItems().isEmpty)
    let entry = try #require(try fixture.conflicts(id).first)
    _ = try fixture.store.perform(.restore([id]), at: fixture.now)
    let item = try #require(try fixture.item(id))
    #expect(item.fields.due == nil && item.fields.priority == .high && item.salesforceID == nil)
    #expect(entry.here?.due == Fixture.today.day && entry.there?.due == .some(nil))
    #expect(entry.kept == .here && entry.author == "Carla Jones")
  }

  @Test("Deleted on both sides is gone, and nothing is sent")
  func both() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    _ = try fixture.store.perform(.delete([id]), at: fixture.now)
    #expect(try fixture.absorb(Fixture.deleted(1)) == PullReport())
    #expect(try fixture.store.pushItems().isEmpty)
    #expect(try fixture.row(id).reminder.salesforceID == nil)
  }

  @Test(
    "A delete that was taken back here and went through late is undone there: the task is made anew",
    arguments: [true, false])
  func ownLateDelete(isRead: Bool) throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    _ = try fixture.store.perform(.delete([id]), at: fixture.now)
    try fixture.send(.delete, id)
    _ = try fixture.store.perform(.undo, at: fixture.now)
    #expect(try fixture.store.pushItems().isEmpty)
    let report =
      try isRead
      ? fixture.absorb(Fixture.deleted(1, by: Fixture.me))
      : fixture.store.absorbDeletions([Fixture.task(1).id], fixture.context)
    #expect(report == PullReport())
    #expect(try fixture.names(.all) == ["Call Ada"])
    let item = try #require(try fixture.item(id))
    #expect(item.salesforceID == nil && item.createKey != id.rawValue)
    #expect(try fixture.count("attempt") == 0)
  }

  @Test(
    "Deleted by somebody else, or later than the own delete may take, it is gone here too",
    arguments: [(Fixture.colleague, 60.0), (Fixture.me, PushAttempt.mayCommitFor + 1)])
  func othersDelete(author: RecordReference, stamp: TimeInterval) throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    _ = try fixture.store.perform(.delete([id]), at: fixture.now)
    try fixture.send(.delete, id)
    _ = try fixture.store.perform(.undo, at: fixture.now)
    #expect(try fixture.absorb(Fixture.deleted(1, by: author, stamp: stamp)).deleted == 1)
    #expect(try fixture.names(.trash) == ["Call Ada"])
  }

  @Test("Where it is not told who deleted it, it is gone here too once the own delete can be on its way no more")
  func othersDeleteByID() throws {
    var fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    _ = try fixture.store.perform(.delete([id]), at: fixture.now)
    try fixture.send(.delete, id)
    _ = try fixture.store.perform(.undo, at: fixture.now)
    fixture.now += PushAttempt.mayCommitFor + 1
    #expect(try fixture.store.absorbDeletions([Fixture.task(1).id], fixture.context).deleted == 1)
    #expect(try fixture.names(.trash) == ["Call Ada"])
  }

  @Test("A deleted task that lives there again is an undeleted one, also when it was undeleted in the same second")
  func undelete() throws {
    for isDeletedHere in [true, false] {
      let fixture = try Fixture()
      let id = try fixture.imported(Fixture.task(1))
      if isDeletedHere {
        _ = try fixture.store.perform(.delete([id]), at: fixture.now)
        try fixture.store.settle([.deleted(id)], at: fixture.now.addingTimeInterval(60))
      } else {
        _ = try fixture.absorb(Fixture.deleted(1))
      }
      #expect(try fixture.absorb(Fixture.deleted(1)) == PullReport())
      #expect(try fixture.names(.all).isEmpty)
      #expect(try fixture.absorb(Fixture.task(1)).pulled == 1)
      #expect(try fixture.names(.all) == ["Call Ada"])
    }
  }
}
