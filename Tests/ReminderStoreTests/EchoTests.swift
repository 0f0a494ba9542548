import Foundation
import ReminderStore
import Reminders
import Testing

@Suite("Own pushes of which no answer came, and which show late")
struct EchoTests {
  private let friday = Fixture.day(2)
  private let monday = Fixture.day(5)

  @Test("A late echo is no conflict: what the user set after it stays and is sent again")
  func lateEcho() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    try fixture.set(id, due: friday)
    try fixture.send(.update, id)
    try fixture.set(id, due: monday)
    let second = try fixture.send(.update, id, after: 30)
    try fixture.store.settle([.updated(id, second)], at: fixture.now.addingTimeInterval(31))
    #expect(try fixture.store.pushItems().isEmpty)
    #expect(try fixture.absorb(Fixture.own(1, due: friday, stamp: 60)) == .onlyToPush)
    #expect(try fixture.row(id).reminder.fields.due == monday)
    #expect(try fixture.item(id)?.base?.due == friday)
    #expect(try fixture.conflicts(id).isEmpty)
  }

  @Test(
    "An edit that was sent, not answered and taken back is taken back there too, whatever the field",
    arguments: [ReminderField.name, .status, .priority, .due, .details, .assignee, .person, .relatedTo, .reminder])
  func takenBack(field: ReminderField) throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    let original = try fixture.row(id).reminder.fields
    let other = RecordReference(id: "003000000000009AAA", name: "Other")
    let edited = ReminderFields(
      name: "Ring Ada", isCompleted: true, priority: .high, due: friday, details: "new", assignee: other, person: other,
      relatedTo: other, remindAt: Fixture.now)
    _ = try fixture.store.perform(.edit(id, edited, [field]), at: fixture.now)
    let sent = try fixture.send(.update, id)
    #expect(sent.changed == [field])
    _ = try fixture.store.perform(.edit(id, original, [field]), at: fixture.now)
    #expect(try fixture.store.pushItems().isEmpty)

    var task = Fixture.own(1, stamp: 60)
    let now = try fixture.row(id).reminder.fields
    var there = now
    there.take(field, from: edited)
    (task.subject, task.due, task.details) = (there.name, there.due, there.details)
    (task.status, task.priority) = (
      there.isCompleted ? "Completed" : "Not Started", there.priority == .high ? "High" : "Normal"
    )
    (task.owner, task.person, task.relatedTo) = (there.assignee ?? task.owner, there.person, there.relatedTo)
    task.remindAt = there.remindAt
    #expect(try fixture.absorb(task) == .onlyToPush)
    #expect(try fixture.row(id).reminder.fields == now)
    let item = try #require(try fixture.item(id))
    #expect(item.fields.differences(from: try #require(item.base)) == [field])
  }

  @Test("The same value, when a colleague set it, is a change like any other")
  func colleague() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    try fixture.set(id, due: friday)
    try fixture.send(.update, id)
    try fixture.set(id, due: monday)
    #expect(try fixture.absorb(Fixture.task(1, due: friday, stamp: 60)).conflicts == 1)
    #expect(try fixture.row(id).reminder.fields.due == friday)
  }

  @Test(
    "What the user took back is not lost when the task was changed there after the push",
    arguments: [Fixture.task(1).modifiedBy.id, Fixture.own(1, stamp: 0).modifiedBy.id])
  func takenBackBeforeChange(author: String) throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    let before = try fixture.row(id).reminder.fields.due
    try fixture.set(id, due: friday)
    try fixture.send(.update, id)
    try fixture.set(id, due: before)
    var task = Fixture.task(1, due: friday, stamp: PushAttempt.mayCommitFor + 1)
    (task.details, task.modifiedBy) = ("By another", RecordReference(id: author, name: "Another"))
    _ = try fixture.absorb(task)
    #expect(try fixture.row(id).reminder.fields.due == before)
    let item = try #require(try fixture.item(id))
    #expect(item.fields.differences(from: try #require(item.base)) == [.due])
  }

  @Test("What somebody set there since the push left was not taken back here: the sent value after it is a change")
  func overtaken() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    try fixture.set(id, due: friday)
    try fixture.send(.update, id)
    for (due, stamp) in [(monday, 60.0), (friday, 120)] {
      _ = try fixture.absorb(Fixture.task(1, due: due, stamp: stamp))
      #expect(try fixture.row(id).reminder.fields.due == due)
    }
    #expect(try fixture.store.pushItems().isEmpty)
  }

  @Test("A value that was sent shows once; set again in Salesforce it is the user's own")
  func once() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    try fixture.set(id, due: friday)
    try fixture.send(.update, id)
    for (due, stamp) in [(friday, 60.0), (monday, 120), (friday, 180)] {
      _ = try fixture.absorb(Fixture.own(1, due: due, stamp: stamp))
      #expect(try fixture.row(id).reminder.fields.due == due)
    }
    #expect(try fixture.store.pushItems().isEmpty)
  }

  @Test("What was sent longer ago than a request may commit is not its echo")
  func tooLate() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    try fixture.set(id, due: friday)
    try fixture.send(.update, id)
    try fixture.set(id, due: monday)
    let report = try fixture.absorb(Fixture.own(1, due: friday, stamp: PushAttempt.mayCommitFor + 1))
    #expect(report.conflicts == 1)
    #expect(try fixture.row(id).reminder.fields.due == friday)
  }

  @Test("An answer ends the push that was in flight, and no earlier one of unknown outcome")
  func latestEnds() throws {
    for settlement in [PushSettlement.notSent, { .refused($0, Refusal(code: "X", message: ""), .nothing) }] {
      let fixture = try Fixture()
      let id = try fixture.imported(Fixture.task(1))
      try fixture.set(id, due: friday)
      try fixture.send(.update, id)
      try fixture.set(id, due: monday)
      try fixture.send(.update, id, after: 10)
      try fixture.store.settle([settlement(id), .agreed(id, .nothing)], at: fixture.now)
      #expect(try fixture.count("attempt") == 1)
      #expect(try fixture.absorb(Fixture.own(1, due: friday, stamp: 60)) == .onlyToPush)
      #expect(try fixture.row(id).reminder.fields.due == monday)
    }
  }

  @Test("The journal forgets updates and deletes when all has been read that they may still do; creates stay")
  func journal() throws {
    let fixture = try Fixture()
    let (linked, new) = (try fixture.imported(Fixture.task(1)), try fixture.add("new"))
    try fixture.set(linked, due: nil)
    try fixture.send(.update, linked)
    try fixture.send(.create, new)
    for (seconds, count) in [(600.0, 2), (1_319, 2), (1_321, 1)] {
      let cursor = SyncCursor(stamp: fixture.now.addingTimeInterval(seconds), id: "")
      try fixture.store.updateSyncState { $0.pullCursor = cursor }
      #expect(try fixture.count("attempt") == count)
    }
    #expect(try fixture.item(new)?.openCreate != nil)
  }

  @Test("It keeps them until linked tasks were read by their Ids, too: what is somebody else's is not pulled")
  func journalOfLinked() throws {
    let fixture = try Fixture()
    let linked = try fixture.imported(Fixture.task(1))
    try fixture.store.updateSyncState { $0.linkedReadAt = fixture.now }
    try fixture.set(linked, due: nil)
    try fixture.send(.update, linked)
    let later = fixture.now.addingTimeInterval(15 * 86_400)
    try fixture.store.updateSyncState { $0.pullCursor = SyncCursor(stamp: later, id: "") }
    #expect(try fixture.count("attempt") == 1)
    try fixture.store.updateSyncState { $0.linkedReadAt = later }
    #expect(try fixture.count("attempt") == 0)
  }

  @Test("The echo of an answered push is read once, shows no change, and is not written again")
  func answered() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    var fields = try fixture.row(id).reminder.fields
    (fields.details, fields.name) = ("two\nlines  ", "  Ring Ada")
    _ = try fixture.store.perform(.edit(id, fields, [.details, .name]), at: fixture.now)
    let sent = try fixture.send(.update, id)
    try fixture.store.settle([.updated(id, sent)], at: fixture.now.addingTimeInterval(3))
    var echo = Fixture.own(1, stamp: 2)
    (echo.subject, echo.details) = ("Ring Ada", "two\r\nlines")
    let row = try fixture.row(id)
    #expect(try fixture.rowsWritten(absorbing: echo) == 1)
    #expect(try fixture.row(id) == row)
    #expect(try fixture.rowsWritten(absorbing: echo) == 0)
    #expect(try fixture.store.pushItems().isEmpty)
  }

  @Test("Two changes may share a stamp: the second is taken, and the same again writes nothing")
  func equalStamps() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1, stamp: 60))
    #expect(try fixture.absorb(Fixture.task(1, due: friday, stamp: 60)).pulled == 1)
    #expect(try fixture.row(id).reminder.fields.due == friday)
    #expect(try fixture.rowsWritten(absorbing: Fixture.task(1, due: friday, stamp: 60)) == 0)
  }

  @Test("After an accepted update the task was last changed by it, so that the next condition does not meet it")
  func modifiedAt() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    try fixture.set(id, due: friday)
    let accepted = fixture.now.addingTimeInterval(60)
    try fixture.store.settle([.updated(id, try fixture.send(.update, id))], at: accepted)
    try fixture.set(id, due: monday)
    #expect(try fixture.item(id)?.modifiedAt == accepted)
  }
}

extension PushedValues {
  fileprivate static let nothing = PushedValues(
    fields: ReminderFields(name: ""), changed: [], subject: nil, status: nil, priority: nil)
}
