import Foundation
import ReminderStore
import Reminders
import Testing

@Suite("Taking a side of a conflict")
struct ConflictTests {
  private let fixture: Fixture
  private let id: ReminderID
  private let here: ReminderFields
  private let there: ReminderFields

  /// Due date and details were changed on both sides; what is there stands for the first, what is here for the second.
  init() throws {
    fixture = try Fixture()
    id = try fixture.imported(Fixture.task(1))
    var here = try fixture.row(id).reminder.fields
    var there = here
    here.due = Fixture.today.day.adding(days: 1)
    here.details = "written here"
    there.due = Fixture.today.day.adding(days: 2)
    there.details = "written there"
    self.here = here
    self.there = there
    var task = Fixture.task(1, due: there.due, stamp: 60)
    task.details = there.details
    _ = try fixture.store.absorb([task], fixture.context)
    try fixture.perform(.edit(id, here, [.details]))
    try fixture.logConflict(id, "due", kept: .there, here: here, there: there)
    try fixture.logConflict(id, "details", kept: .here, here: here, there: there)
  }

  private func fields() throws -> ReminderFields { try fixture.row(id).reminder.fields }

  @Test("Keeping what is here is an edit that is pushed; keeping what is there leaves nothing to push")
  func wholeReminder() throws {
    #expect(try fixture.summary(.resolveConflict(id, keeping: .here, nil)) == "Kept your version of “Call Ada”")
    #expect(try fields().due == here.due && fields().details == here.details)
    #expect(try fixture.pushes() == ["update"] && fixture.openConflicts(id).isEmpty)
    try fixture.perform(.undo)
    #expect(try fields().due == there.due && fields().details == here.details)
    #expect(try fixture.openConflicts(id) == [.field(.due), .field(.details)])
    #expect(
      try fixture.summary(.resolveConflict(id, keeping: .there, nil)) == "Kept Salesforce’s version of “Call Ada”")
    #expect(try fields().due == there.due && fields().details == there.details)
    #expect(try fixture.row(id).mark == .synced)
  }

  @Test("One field can be taken alone; the others stay in conflict")
  func oneField() throws {
    try fixture.perform(.resolveConflict(id, keeping: .there, .details))
    #expect(try fields().details == there.details)
    #expect(try fixture.openConflicts(id) == [.field(.due)])
    #expect(try fixture.perform(.resolveConflict(id, keeping: .here, .priority)) == nil)
  }

  @Test("What a pull found in conflict can be taken from either side", arguments: [Merge.Side.here, .there])
  func found(_ side: Merge.Side) throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    try fixture.perform(.setDue([id], here.due))
    _ = try fixture.store.absorb([Fixture.task(1, due: there.due, stamp: 60)], fixture.context)
    #expect(try fixture.row(id).mark == .conflict)
    try fixture.perform(.resolveConflict(id, keeping: side, .due))
    #expect(try fixture.row(id).reminder.fields.due == (side == .here ? here.due : there.due))
    #expect(try fixture.row(id).mark == (side == .here ? .pending : .synced))
  }

  @Test("Of two conflicts of a field the later version stands")
  func twice() throws {
    var later = here
    later.due = Fixture.today.day.adding(days: 9)
    try fixture.logConflict(id, "due", kept: .there, here: later, there: there)
    try fixture.perform(.resolveConflict(id, keeping: .here, .due))
    #expect(try fields().due == later.due && fixture.openConflicts(id) == [.field(.details)])
  }

  @Test("Dismissed conflicts leave the task as it is, and can be opened again by undo")
  func dismissed() throws {
    let before = try fields()
    try fixture.perform(.dismissConflicts([id]))
    #expect(try fixture.openConflicts(id).isEmpty && fields() == before)
    #expect(try fixture.perform(.dismissConflicts([id])) == nil)
    try fixture.perform(.undo)
    #expect(try fixture.openConflicts(id).count == 2)
    try fixture.perform(.redo)
    #expect(try fixture.openConflicts(id).isEmpty)
  }

  @Test("A conflict of the first schema kept no versions: it can only be dismissed, and says so")
  func withoutVersions() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    try fixture.logConflict(id, "due", kept: .there, here: nil, there: nil)
    let report = try #require(try fixture.perform(.resolveConflict(id, keeping: .here, nil)))
    #expect(report.reminders.isEmpty && report.summary.contains("dismiss the conflict"))
    #expect(try fixture.openConflicts(id) == [.field(.due)])
    #expect(try fixture.perform(.undo) == nil)
    try fixture.perform(.dismissConflicts([id]))
    #expect(try fixture.openConflicts(id).isEmpty)
  }

  @Test("Deleted there: keeping what was edited here makes it anew there, keeping the delete leaves it in the trash")
  func deletedThere() throws {
    _ = try fixture.store.absorbDeletions([Fixture.task(1).id], fixture.context)
    try fixture.perform(.dismissConflicts([id]))
    try fixture.logConflict(id, "deleted", kept: .there, here: here, there: nil)
    try fixture.perform(.resolveConflict(id, keeping: .there, nil))
    #expect(try fixture.names(.trash) == ["Call Ada"] && fixture.openConflicts(id).isEmpty)
    try fixture.perform(.undo)
    #expect(
      try fixture.summary(.resolveConflict(id, keeping: .here, nil))
        == "Kept your version of “Call Ada”; it is made anew in Salesforce")
    #expect(try fields() == here && fixture.pushes() == ["create"] && fixture.openConflicts(id).isEmpty)
  }

  @Test("Deleted here and changed there: keeping what is there brings it back as it is there")
  func deletedHere() throws {
    try fixture.perform(.dismissConflicts([id]))
    try fixture.perform(.delete([id]))
    try fixture.logConflict(id, "deleted", kept: .here, here: nil, there: there)
    try fixture.perform(.resolveConflict(id, keeping: .there, nil))
    #expect(try fields() == there && fixture.row(id).mark == .synced)
    try fixture.perform(.undo)
    #expect(try fixture.pushes() == ["delete"] && fixture.openConflicts(id) == [.deletion])
    // It is counted where it is listed.
    #expect(try fixture.store.counts().conflicts == 1)
    #expect(try fixture.store.list(ListQuery(.outbox), on: Fixture.today).groups.map(\.total) == [1])
    try fixture.perform(.resolveConflict(id, keeping: .here, nil))
    #expect(try fixture.pushes() == ["delete"] && fixture.openConflicts(id).isEmpty)
  }
}
