import GRDB
@testable import ReminderStore
import Reminders
import Testing

@Suite("Undo of several actions as one")
struct UndoEntriesTests {
  /// Three tasks, one completed, one moved, one deleted, each by an action of its own.
  private func triaged(_ fixture: Fixture, pushing: Bool = false) throws -> (ids: [ReminderID], entries: [Int64]) {
    let ids = try (1...3).map { try fixture.add("\($0)") }
    if pushing { try fixture.push() }
    let actions: [UserAction] = [
      .setCompleted([ids[0]], true), .setDue([ids[1]], Fixture.day(1)), .delete([ids[2]]),
    ]
    return (ids, try actions.map { try #require(try fixture.perform($0)?.entry) })
  }

  private func state(_ fixture: Fixture, _ ids: [ReminderID]) throws -> [Reminder?] {
    try ids.map { try fixture.store.row($0).flatMap { $0.deletedAt == nil ? $0.reminder : nil } }
  }

  @Test("All of them are taken back at once, are one action to redo, and one to undo again")
  func thereAndBack() throws {
    let fixture = try Fixture()
    let (ids, entries) = try triaged(fixture)
    let after = try state(fixture, ids)
    #expect(try fixture.summary(.undoEntries(entries)) == "Undone: 3 actions")
    let before = try state(fixture, ids)
    #expect(before.allSatisfy { $0?.fields.isCompleted == false && $0?.fields.due == Fixture.day(0) })
    for _ in 1...2 {
      #expect(try fixture.summary(.redo) == "Redone: 3 actions")
      #expect(try state(fixture, ids) == after)
      #expect(try fixture.summary(.undo) == "Undone: 3 actions")
      #expect(try state(fixture, ids) == before)
    }
    #expect(try fixture.summary(.undo) == "Undone: Added “3”")
  }

  @Test("Only those of them are taken back, and what was done before and after them stands and can be undone")
  func amongOthers() throws {
    let fixture = try Fixture()
    let other = try fixture.add("other")
    let (ids, entries) = try triaged(fixture)
    try fixture.perform(.setPriority([other], .high))
    #expect(try fixture.summary(.undoEntries([entries[0], entries[2]])) == "Undone: 2 actions")
    #expect(try state(fixture, ids).map { $0?.fields.isCompleted } == [false, false, false])
    #expect(try fixture.row(ids[1]).reminder.fields.due == Fixture.day(1))
    #expect(try fixture.summary(.undo) == "Undone: High priority for “other”")
    #expect(try fixture.summary(.undo) == "Undone: Due Thu 26 Nov: “2”")
    #expect(try fixture.summary(.redo) == "Redone: Due Thu 26 Nov: “2”")
    #expect(try fixture.summary(.redo) == "Redone: High priority for “other”")
    #expect(try fixture.summary(.redo) == "Redone: 2 actions")
    #expect(try fixture.row(ids[0]).reminder.fields.isCompleted)
  }

  @Test("One that is undone already is passed over, and that is said; without any there is nothing to do")
  func undoneMeanwhile() throws {
    let fixture = try Fixture()
    let (ids, entries) = try triaged(fixture)
    try fixture.perform(.undo)
    #expect(try fixture.summary(.undoEntries(entries)) == "Undone: 2 actions; 1 cannot be undone any more")
    #expect(try !fixture.row(ids[0]).reminder.fields.isCompleted)
    #expect(try fixture.perform(.undoEntries(entries)) == nil)
    #expect(try fixture.perform(.undoEntries([])) == nil)
    #expect(try fixture.summary(.redo) == "Redone: 2 actions")
    #expect(try fixture.summary(.redo) == "Redone: Deleted “3”")
  }

  @Test("An entry that was dropped is never taken for a later one")
  func dropped() throws {
    let fixture = try Fixture()
    let (ids, entries) = try triaged(fixture)
    try fixture.perform(.undo)
    try fixture.perform(.setPriority([ids[2]], .high))
    #expect(try fixture.perform(.undoEntries([entries[2]])) == nil)
    #expect(try fixture.row(ids[2]).reminder.fields.priority == .high)
  }

  @Test("What was done to the same task later stands where it is about the same, and that is said")
  func changedLater() throws {
    let fixture = try Fixture()
    let (ids, entries) = try triaged(fixture)
    try fixture.perform(.setDue([ids[1]], Fixture.day(9)))
    try fixture.perform(.setPriority([ids[0]], .high))
    try fixture.perform(.restore([ids[2]]))
    #expect(
      try fixture.summary(.undoEntries(entries)) == "Undone: 3 actions; later changes of 2 tasks stand")
    #expect(try fixture.row(ids[1]).reminder.fields.due == Fixture.day(9))
    let first = try fixture.row(ids[0]).reminder.fields
    #expect(!first.isCompleted && first.priority == .high)
    #expect(try fixture.names(.trash).isEmpty)
  }

  @Test("A task that was deleted meanwhile is left as it is")
  func deletedLater() throws {
    let fixture = try Fixture()
    let (ids, entries) = try triaged(fixture)
    try fixture.perform(.delete([ids[0]]))
    #expect(
      try fixture.summary(.undoEntries(entries)) == "Undone: 3 actions; there was nothing to do for 1 of them")
    #expect(try fixture.names(.trash) == ["1"])
  }

  @Test("Several actions on one task are taken back in their order")
  func sameTask() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    let before = try fixture.row(id).reminder
    let actions: [UserAction] = [
      .setDue([id], Fixture.day(1)), .setPriority([id], .high), .setDue([id], Fixture.day(2)), .delete([id]),
    ]
    let entries = try actions.map { try #require(try fixture.perform($0)?.entry) }
    try fixture.perform(.undoEntries(entries))
    #expect(try fixture.row(id).reminder == before)
    try fixture.perform(.redo)
    #expect(try fixture.names(.trash) == ["Call Ada"])
    #expect(try fixture.row(id).reminder.fields.due == Fixture.day(2))
  }

  @Test("What was pushed is reversed in Salesforce too; a delete makes the task anew, and says so")
  func pushed() throws {
    let fixture = try Fixture()
    let (_, entries) = try triaged(fixture, pushing: true)
    try fixture.push()
    let summary = try fixture.summary(.undoEntries(entries))
    #expect(summary == "Undone: 3 actions; 1 is made anew in Salesforce")
    #expect(try fixture.pushes().sorted() == ["create", "update", "update"])
  }

  @Test("Many tasks are done with in one action, which is one entry of the history")
  func bulk() throws {
    let fixture = try Fixture()
    let ids = try (1...3).map { try fixture.add("\($0)") }
    for id in ids { try fixture.logConflict(id, "due", kept: .here, here: nil, there: nil) }
    #expect(try fixture.summary(.dismissConflicts(ids)) == "Left as merged: 3 tasks")
    #expect(try ids.allSatisfy { try fixture.openConflicts($0).isEmpty })
    try fixture.perform(.undo)
    #expect(try ids.allSatisfy { try !fixture.openConflicts($0).isEmpty })
  }
}
