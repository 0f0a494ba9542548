import Foundation
import ReminderStore
import Reminders
import Testing

@Suite("Actions of the user")
struct ActionTests {
  @Test("A task made while sync is on waits to be sent; one made while it is off is local only, also later")
  func origin() throws {
    let fixture = try Fixture(syncIsOn: false)
    let local = try fixture.add("before")
    #expect(try fixture.row(local).mark == .localOnly)
    try fixture.store.set(.sync, to: "on")
    let sent = try fixture.add("after")
    #expect(try fixture.row(sent).mark == .pending)
    #expect(try fixture.store.pushItems().map(\.id) == [sent])
    _ = try fixture.store.perform(.setCompleted([local], true), at: fixture.now)
    #expect(try fixture.store.pushItems().map(\.id) == [sent])
  }

  @Test("An edit that is taken back leaves nothing to push")
  func editBack() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    #expect(try fixture.store.pushItems().isEmpty)
    _ = try fixture.store.perform(.setPriority([id], .high), at: fixture.now)
    #expect(try fixture.row(id).mark == .pending)
    _ = try fixture.store.perform(.setPriority([id], .normal), at: fixture.now)
    #expect(try fixture.row(id).mark == .synced)
    #expect(try fixture.store.pushItems().isEmpty)
  }

  @Test("Undo reverses each action, the last one first")
  func undo() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    let original = try fixture.row(id).reminder
    var fields = original.fields
    fields.name = "Ring Ada"
    fields.kind = .call
    let actions: [UserAction] = [
      .edit(id, fields, [.name, .kind]), .setDue([id], nil), .setCompleted([id], true), .delete([id]),
    ]
    for action in actions { _ = try fixture.store.perform(action, at: fixture.now) }
    #expect(try fixture.store.rows(.trash, on: Fixture.today).map(\.id) == [id])
    for _ in actions { #expect(try fixture.store.perform(.undo, at: fixture.now) != nil) }
    #expect(try fixture.row(id).reminder == original)
    #expect(try fixture.row(id).mark == .synced)
    #expect(try fixture.store.perform(.undo, at: fixture.now) == nil)
  }

  @Test("Undoing an add deletes the task, before it was sent and after")
  func undoAdd() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    _ = try fixture.store.perform(.undo, at: fixture.now)
    #expect(try fixture.store.rows(.all, on: Fixture.today).isEmpty)
    #expect(try fixture.store.pushItems().isEmpty)
    _ = id
  }

  @Test("An edit writes only the fields that the user changed")
  func onlyChanged() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    var typed = try fixture.row(id).reminder.fields
    var there = Fixture.task(1, stamp: 60)
    there.details = "written there meanwhile"
    _ = try fixture.store.absorb([there], fixture.context)
    typed.due = Fixture.today.day.adding(days: 3)
    _ = try fixture.store.perform(.edit(id, typed, [.due]), at: fixture.now)
    let fields = try fixture.row(id).reminder.fields
    #expect(fields.details == "written there meanwhile")
    #expect(fields.due == typed.due)
    #expect(try fixture.store.pushItems().map { $0.fields.differences(from: $0.base ?? $0.fields) } == [[.due]])
  }

  @Test("What is not there any more is passed over")
  func unknown() throws {
    let fixture = try Fixture()
    let missing = ReminderID(rawValue: "nobody")
    #expect(try fixture.store.perform(.delete([missing]), at: fixture.now) == nil)
    #expect(throws: StoreError.unknownReminder("nobody")) { try fixture.store.resolve("nobody") }
  }

  @Test("A prefix of an Id is enough if it is the only one")
  func prefixes() throws {
    let fixture = try Fixture()
    let ids = try (1...12).map { try fixture.add("\($0)") }
    #expect(try fixture.store.resolve("id12").id == ids[11])
    let error = #expect(throws: StoreError.self) { try fixture.store.resolve("id1") }
    #expect(
      error?.description
        == "“id1” stands for 4 tasks, such as id1 “1”, id10 “10”, id11 “11”: type more of the Id.")
  }
}
