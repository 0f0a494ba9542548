import Foundation
import GRDB
@testable import ReminderStore
import Reminders
import Testing

@Suite("Undo and redo")
struct UndoTests {
  @Test("Undo goes back step by step, and redo forward again, to the very same tasks")
  func thereAndBack() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    let fields = try fixture.row(id).reminder.fields
    var renamed = fields
    renamed.name = "Ring Ada"
    renamed.callOutcome = "Reached"
    let actions: [UserAction] = [
      .edit(id, renamed, [.name, .callOutcome]), .setDue([id], nil), .setCompleted([id], true),
      .setPriority([id], .high),
      .delete([id]),
    ]
    var states = [try fixture.row(id)]
    for action in actions {
      try fixture.perform(action)
      states.append(try fixture.row(id))
    }
    for _ in 1...2 {
      for state in states.dropLast().reversed() {
        #expect(try fixture.summary(.undo)?.hasPrefix("Undone: ") == true)
        #expect(try fixture.row(id) == state)
      }
      #expect(try fixture.perform(.undo) == nil)
      for state in states.dropFirst() {
        #expect(try fixture.summary(.redo)?.hasPrefix("Redone: ") == true)
        #expect(try fixture.row(id).reminder == state.reminder)
      }
      #expect(try fixture.perform(.redo) == nil)
    }
  }

  @Test("A new action drops what could be done again, but not what can be undone")
  func newAction() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    try fixture.perform(.setPriority([id], .high))
    try fixture.perform(.undo)
    try fixture.perform(.setDue([id], nil))
    #expect(try fixture.perform(.redo) == nil)
    #expect(try fixture.summary(.undo) == "Undone: No due date now: “Call Ada”")
    #expect(try fixture.summary(.undo) == "Undone: Added “Call Ada”")
  }

  @Test("The last 200 actions can be undone, also after some were undone and dropped")
  func depth() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    for day in 1...100 { try fixture.perform(.setDue([id], Fixture.today.day.adding(days: day))) }
    for _ in 1...50 { try fixture.perform(.undo) }
    for day in 201...350 { try fixture.perform(.setDue([id], Fixture.today.day.adding(days: day))) }
    var count = 0
    while try fixture.perform(.undo) != nil { count += 1 }
    #expect(count == 200)
    #expect(try fixture.row(id).reminder.fields.due == Fixture.today.day)
  }

  @Test("An action on many tasks is one step")
  func bulk() throws {
    let fixture = try Fixture()
    let ids = try (1...3).map { try fixture.add("\($0)") }
    #expect(try fixture.summary(.setCompleted(ids, true)) == "Completed 3 tasks")
    #expect(try fixture.summary(.undo) == "Undone: Completed 3 tasks")
    #expect(try ids.allSatisfy { try !fixture.row($0).reminder.fields.isCompleted })
    #expect(try fixture.summary(.redo) == "Redone: Completed 3 tasks")
    #expect(try ids.allSatisfy { try fixture.row($0).reminder.completedAt == fixture.now })
  }

  @Test("Undoing an add that was never pushed leaves nothing to push; redo makes it again")
  func addUnpushed() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    #expect(try fixture.summary(.undo) == "Undone: Added “Call Ada”")
    #expect(try fixture.names(.all).isEmpty && fixture.pushes().isEmpty)
    #expect(try fixture.summary(.redo) == "Redone: Added “Call Ada”")
    #expect(try fixture.row(id).mark == .pending && fixture.pushes() == ["create"])
  }

  @Test("What was pushed is reversed in Salesforce: an add by a delete, an edit by an edit")
  func pushed() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    try fixture.push()
    try fixture.perform(.setPriority([id], .high))
    try fixture.push()
    try fixture.perform(.undo)
    let item = try #require(try fixture.store.pushItems().first)
    #expect(item.fields.differences(from: try #require(item.base)) == [.priority])
    try fixture.push()
    try fixture.perform(.undo)
    #expect(try fixture.pushes() == ["delete"])
  }

  @Test("Undoing a delete that was pushed makes the task anew there, under a new key, and says so")
  func deletePushed() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    let key = try #require(try fixture.store.pushItems().first?.createKey)
    try fixture.push()
    try fixture.perform(.delete([id]))
    try fixture.push()
    #expect(try fixture.summary(.undo) == "Undone: Deleted “Call Ada”; it is made anew in Salesforce")
    let item = try #require(try fixture.store.pushItems().first)
    #expect(item.salesforceID == nil && item.createKey != key && item.createKey != id.rawValue)
    try fixture.push()
    #expect(try fixture.summary(.redo) == "Redone: Deleted “Call Ada”")
    #expect(try fixture.pushes() == ["delete"])
  }

  @Test("Undoing a delete that was not pushed just lets the task live on")
  func deleteUnpushed() throws {
    let fixture = try Fixture()
    let linked = try fixture.imported(Fixture.task(1, "linked"))
    let new = try fixture.add("new")
    try fixture.perform(.delete([linked, new]))
    #expect(try fixture.summary(.undo) == "Undone: Deleted 2 tasks")
    #expect(try fixture.row(linked).mark == .synced && fixture.row(new).mark == .pending)
  }

  @Test("Undo of what is gone says that there was nothing to do; the rest of a bulk still happens")
  func gone() throws {
    let fixture = try Fixture()
    let first = try fixture.imported(Fixture.task(1, "first"))
    let second = try fixture.imported(Fixture.task(2, "second"))
    try fixture.perform(.setPriority([first], .high))
    try fixture.perform(.setCompleted([first, second], true))
    try fixture.push()
    _ = try fixture.store.absorbDeletions([Fixture.task(1).id], fixture.context)
    #expect(try fixture.summary(.undo) == "Undone: Completed 2 tasks; there was nothing to do for 1 of them")
    #expect(try !fixture.row(second).reminder.fields.isCompleted)
    #expect(
      try fixture.summary(.undo) == "Undone: High priority for “first”; there was nothing to do for it")
    #expect(try fixture.summary(.redo) == "Redone: Completed 2 tasks")
    #expect(try fixture.names(.trash) == ["first"] && fixture.names(.completed) == ["second"])
  }

  @Test("An entry of the history that cannot be read is passed over")
  func unreadable() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    try fixture.perform(.setDue([id], nil))
    try fixture.store.write { database in
      try database.execute(
        sql: "UPDATE history SET inverses = '[{\"fold\":{}}]' WHERE id = (SELECT max(id) FROM history)")
    }
    #expect(try fixture.summary(.undo) == "Undone: Added “Call Ada”")
  }
}
