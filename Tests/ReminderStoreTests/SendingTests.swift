import Foundation
import ReminderStore
import Reminders
import Testing

@Suite("Sending, retrying and giving up")
struct SendingTests {
  @Test("A local-only task is sent on command, as the user's own; undo keeps it here as long as it did not leave")
  func send() throws {
    let fixture = try Fixture(syncIsOn: false)
    let id = try fixture.add("Call Ada")
    try fixture.store.set(.sync, to: "on")
    #expect(try fixture.summary(.send([id])) == "Sending “Call Ada”")
    #expect(try fixture.row(id).mark == .pending && fixture.row(id).reminder.fields.assignee == Fixture.me)
    #expect(try fixture.perform(.send([id])) == nil)
    try fixture.perform(.undo)
    #expect(try fixture.row(id).mark == .localOnly && fixture.pushes().isEmpty)
    try fixture.perform(.redo)
    try fixture.push()
    #expect(try fixture.perform(.send([id])) == nil)
    #expect(try fixture.summary(.undo) == "Undone: Sending “Call Ada”; there was nothing to do for it")
    #expect(try fixture.row(id).mark == .synced)
  }

  @Test("A task made before any login gets the user as its assignee")
  func assignee() throws {
    let fixture = try Fixture(syncIsOn: false)
    try fixture.store.updateSyncState { $0.user = nil }
    let id = try fixture.add("Call Ada")
    #expect(try fixture.row(id).reminder.fields.assignee == nil)
    try fixture.store.updateSyncState { $0.user = Fixture.me }
    try fixture.perform(.send([id]))
    #expect(try fixture.row(id).reminder.fields.assignee == Fixture.me)
  }

  @Test("What was refused is tried again on command, still as the edit of then")
  func retry() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    try fixture.refuse()
    #expect(try fixture.row(id).mark == .refused && fixture.pushes().isEmpty)
    #expect(try fixture.store.perform(.retry([id]), at: fixture.now + 60)?.summary == "Trying again: “Call Ada”")
    #expect(try fixture.pushes() == ["create"])
    #expect(try fixture.store.editTime(of: id) == fixture.now)
    #expect(try fixture.perform(.retry([id])) == nil)
    #expect(try fixture.summary(.undo) == "Undone: Added “Call Ada”")
  }

  @Test("A refused edit that is given up becomes what is there; undo brings the edit back and tries it again")
  func giveUpUpdate() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    let before = try fixture.row(id)
    try fixture.perform(.setCompleted([id], true))
    try fixture.refuse()
    try fixture.perform(.giveUp([id]))
    #expect(try fixture.row(id) == before)
    try fixture.perform(.undo)
    #expect(try fixture.row(id).reminder.completedAt == fixture.now && fixture.pushes() == ["update"])
  }

  @Test("A refused task that is given up is only here")
  func giveUpCreate() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    try fixture.refuse()
    try fixture.perform(.giveUp([id]))
    #expect(try fixture.row(id).mark == .localOnly)
    try fixture.perform(.undo)
    #expect(try fixture.row(id).mark == .pending)
  }

  @Test("A refused delete that is given up comes back as it is there")
  func giveUpDelete() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    let before = try fixture.row(id)
    try fixture.perform(.setPriority([id], .high))
    try fixture.perform(.delete([id]))
    try fixture.refuse()
    try fixture.perform(.giveUp([id]))
    #expect(try fixture.row(id) == before && fixture.names(.all) == ["Call Ada"])
    try fixture.perform(.undo)
    #expect(try fixture.pushes() == ["delete"])
  }

  @Test("What was not refused is neither retried nor given up")
  func notRefused() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    #expect(try fixture.perform(.retry([id])) == nil && fixture.perform(.giveUp([id])) == nil)
  }
}
