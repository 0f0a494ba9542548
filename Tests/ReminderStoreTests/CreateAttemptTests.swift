import Foundation
import GRDB
import Reminders
import Testing

@testable import ReminderStore

@Suite("Creates of which no answer came (sync-rules.md §3, create exactly once)")
struct CreateAttemptTests {
  /// A reminder whose create is in flight.
  private func inFlight(
    _ fixture: Fixture, _ name: String = "Call Ada", key: CreateKey? = nil, after seconds: TimeInterval = 0
  ) throws -> ReminderID {
    let id = try fixture.add(name)
    try fixture.send(.create, id, key: key, after: seconds)
    return id
  }

  /// A task that was made there some seconds from now.
  private func made(_ number: Int, after seconds: TimeInterval = 1) -> SalesforceTask {
    var task = Fixture.own(number, stamp: seconds)
    task.createdAt = task.stamp
    return task
  }

  private func salesforceIDs(_ fixture: Fixture, _ ids: [ReminderID]) throws -> [String?] {
    try ids.map { try fixture.row($0).reminder.salesforceID }
  }

  @Test("The task that the create made is linked, not doubled, and is no change")
  func adopted() throws {
    let fixture = try Fixture()
    let id = try inFlight(fixture)
    #expect(try fixture.absorb(made(1)) == PullReport())
    #expect(try fixture.store.rows(.all, on: Fixture.today).map(\.id) == [id])
    #expect(try salesforceIDs(fixture, [id]) == [made(1).id])
    #expect(try fixture.row(id).remoteChange == nil)
    #expect(try fixture.store.pushItems().isEmpty)
    #expect(try fixture.count("attempt") == 0)
  }

  @Test("It is known by its external Id, whatever became of its values; then these are a change there")
  func byKey() throws {
    let fixture = try Fixture()
    let id = try inFlight(fixture, key: .externalID("k1"))
    var task = made(1)
    (task.externalID, task.subject, task.due) = ("k1", "By a workflow", Fixture.day(4))
    _ = try fixture.absorb(task)
    #expect(try salesforceIDs(fixture, [id]) == [task.id])
    #expect(try fixture.row(id).reminder.fields.due == Fixture.day(4))
    #expect(try fixture.row(id).remoteChange != nil)
  }

  @Test("By an external Id, the first of two may commit after the second has made the task: it undoes nothing")
  func lateUpsert() throws {
    let fixture = try Fixture()
    let id = try inFlight(fixture, key: .externalID("k1"))
    try fixture.send(.create, id, key: .externalID("k1"), after: 30)
    try fixture.perform(.setPriority([id], .high))
    var task = made(1, after: 31)
    (task.externalID, task.subject) = ("k1", "Call Ada")
    _ = try fixture.absorb(task)
    let sent = try fixture.send(.update, id, after: 32)
    try fixture.store.settle([.updated(id, sent)], at: fixture.now.addingTimeInterval(33))
    #expect(try fixture.store.pushItems().isEmpty)
    (task.modifiedAt, task.stamp) = (fixture.now.addingTimeInterval(500), fixture.now.addingTimeInterval(500))
    #expect(try fixture.absorb(task) == .onlyToPush)
    #expect(try fixture.row(id).reminder.fields.priority == .high)
    #expect(try fixture.values(of: id).changed == [.priority])
  }

  @Test("It is known by its values as Salesforce keeps texts: trimmed, and with its own line ends")
  func normalized() throws {
    let fixture = try Fixture()
    let draft = ReminderDraft(fields: ReminderFields(name: " Call Ada ", due: Fixture.day(0), details: "a\nb \n"))
    let id = try #require(try fixture.store.perform(.create(draft), at: fixture.now)?.reminders.first)
    try fixture.send(.create, id)
    var task = made(1)
    task.details = "a\r\nb"
    _ = try fixture.absorb(task)
    #expect(try salesforceIDs(fixture, [id]) == [task.id])
    #expect(try fixture.row(id).reminder.fields.details == "a\nb \n")
    #expect(try fixture.store.pushItems().isEmpty)
  }

  @Test("A task that differs, or was made before, or has another key, is somebody else's")
  func notAdopted() throws {
    let changes: [(inout SalesforceTask) -> Void] = [
      { $0.subject = "Call Bob" }, { $0.due = nil }, { $0.details = "more" },
      { $0.person = RecordReference(id: "003000000000009AAA", name: "Ada") },
      { $0.relatedTo = RecordReference(id: "001000000000009AAA", name: "Acme") },
      { $0.createdAt = Fixture.now.addingTimeInterval(-60) }, { $0.externalID = "another" },
    ]
    for change in changes {
      let fixture = try Fixture()
      let id = try inFlight(fixture, key: .externalID("k1"))
      var task = made(1)
      change(&task)
      _ = try fixture.absorb(task)
      #expect(try salesforceIDs(fixture, [id]) == [nil])
      #expect(try fixture.names(.all).count == 2)
    }
  }

  @Test("A task that was changed there before it was found is known by all but that value")
  func changedMeanwhile() throws {
    let ada = RecordReference(id: "003000000000009AAA", name: "Ada")
    let changes: [(isKnown: Bool, change: (inout SalesforceTask) -> Void)] = [
      (true, { $0.due = nil }), (true, { $0.details = "more" }), (true, { $0.person = ada }),
      (false, { ($0.due, $0.person) = (nil, ada) }), (false, { ($0.due, $0.subject) = (nil, "Call Bob") }),
      // It cannot have been made by a request that was given up so long before.
      (false, { ($0.due, $0.createdAt) = (nil, Fixture.now.addingTimeInterval(PushAttempt.mayCommitFor + 5)) }),
    ]
    for (isKnown, change) in changes {
      let fixture = try Fixture()
      let id = try inFlight(fixture, key: .idempotencyKey("k1"))
      var task = made(1)
      change(&task)
      _ = try fixture.absorb(task)
      #expect(try salesforceIDs(fixture, [id]) == [isKnown ? task.id : nil])
      #expect(try fixture.names(.all).count == (isKnown ? 1 : 2))
      if isKnown { #expect(try fixture.row(id).reminder.fields.due == task.due) }
    }
  }

  @Test("Where the Subject does not name the task, other details are another task's")
  func nameless() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    let fields = try fixture.values(of: id).fields
    let values = PushedValues(
      fields: fields, changed: Set(ReminderField.allCases), subject: "Follow up", status: nil, priority: nil)
    try fixture.store.beginAttempts([PushAttempt(.create, of: id, values)], at: fixture.now)
    var task = made(1)
    (task.subject, task.details) = ("Follow up", "Ask Bob")
    _ = try fixture.absorb(task)
    #expect(try salesforceIDs(fixture, [id]) == [nil])
  }

  @Test("Twins in flight of which one is completed are told apart", arguments: [[1, 2], [2, 1]])
  func twins(order: [Int]) throws {
    let fixture = try Fixture()
    let open = try fixture.add("Call Ada")
    let completed = try fixture.add("Call Ada")
    _ = try fixture.store.perform(.setCompleted([completed], true), at: fixture.now)
    for id in [completed, open] { try fixture.send(.create, id) }
    var done = made(2)
    (done.status, done.isClosed) = ("Completed", true)
    let tasks = [made(1), done]
    for number in order { _ = try fixture.absorb(tasks[number - 1]) }
    #expect(try salesforceIDs(fixture, [open, completed]) == tasks.map(\.id))
  }

  @Test("Two identical tasks in flight become two, in whatever order they are found", arguments: [[1, 2], [2, 1]])
  func identical(order: [Int]) throws {
    let fixture = try Fixture()
    let ids = [try inFlight(fixture), try inFlight(fixture, after: 300)]
    let tasks = [made(1, after: 5), made(2, after: 305)]
    for number in order { _ = try fixture.absorb(tasks[number - 1]) }
    #expect(try salesforceIDs(fixture, ids) == tasks.map(\.id))
    _ = try fixture.store.absorb(tasks, fixture.context)
    #expect(try fixture.names(.all).count == 2)
  }

  @Test("Of two identical tasks in flight of which one was made, the other still waits")
  func identicalButOne() throws {
    let fixture = try Fixture()
    let ids = [try inFlight(fixture), try inFlight(fixture)]
    _ = try fixture.absorb(made(1))
    #expect(try salesforceIDs(fixture, ids).compactMap { $0 } == [made(1).id])
    #expect(try fixture.store.pushItems().count { $0.openCreate != nil } == 1)
  }

  @Test("What it made and was deleted there since is deleted here; an edit made meanwhile is in the log")
  func deletedThere() throws {
    for isEdited in [false, true] {
      let fixture = try Fixture()
      let id = try inFlight(fixture)
      if isEdited { _ = try fixture.store.perform(.setPriority([id], .high), at: fixture.now) }
      var gone = made(1)
      gone.isDeleted = true
      let report = try fixture.absorb(gone)
      #expect(report.deleted == 1 && report.conflicts == (isEdited ? 1 : 0))
      #expect(try fixture.names(.trash) == ["Call Ada"])
      #expect(try fixture.store.pushItems().isEmpty)
      #expect(try fixture.absorb(gone) == PullReport())
      _ = try fixture.store.perform(.restore([id]), at: fixture.now)
      #expect(try fixture.item(id)?.openCreate == nil)
    }
  }

  @Test("Deleted here while it was in flight, it is found and deleted there too")
  func deletedHere() throws {
    let fixture = try Fixture()
    let id = try inFlight(fixture)
    _ = try fixture.store.perform(.delete([id]), at: fixture.now)
    _ = try fixture.absorb(made(1))
    #expect(try fixture.names(.all).isEmpty)
    #expect(try fixture.store.pushItems().map(\.salesforceID) == [made(1).id])
    #expect(try fixture.store.pushItems().map(\.isDeleted) == [true])
  }

  @Test("Edited while it was in flight, it is found, and the edit is sent")
  func editedHere() throws {
    let fixture = try Fixture()
    let id = try inFlight(fixture)
    try fixture.set(id, due: nil)
    _ = try fixture.absorb(made(1))
    let item = try #require(try fixture.item(id))
    #expect(item.fields.due == nil && item.base?.due == Fixture.today.day && item.salesforceID == made(1).id)
    #expect(try fixture.conflicts(id).isEmpty)
  }

  @Test(
    "An answer ends all creates of the reminder; by an external Id, what was sent before may still come as an update",
    arguments: [
      (CreateKey.externalID("k1"), [PushAttempt.Action.update]), (.idempotencyKey("k1"), []), (nil, []),
    ] as [(CreateKey?, [PushAttempt.Action])])
  func answered(key: CreateKey?, left actions: [PushAttempt.Action]) throws {
    let fixture = try Fixture()
    let id = try inFlight(fixture, key: key)
    let sent = try fixture.send(.create, id, key: key, after: 30)
    try fixture.store.settle([.created(id, salesforceID: made(1).id, sent)], at: fixture.now.addingTimeInterval(31))
    let left = try fixture.store.writer.read { database in
      try AttemptRecord.fetchAll(database.makeStatement(sql: "SELECT * FROM attempt"))
    }
    #expect(left.map(\.action) == actions)
    try fixture.store.settle([.created(id, salesforceID: made(2).id, sent)], at: fixture.now)
    #expect(try salesforceIDs(fixture, [id]) == [made(1).id])
  }

  @Test("A task that was imported before it was known to be the one that was made is folded into it, with its edits")
  func folded() throws {
    let fixture = try Fixture()
    let id = try inFlight(fixture, key: .idempotencyKey("k1"))
    try fixture.set(id, due: Fixture.day(3))
    var task = made(1)
    (task.subject, task.relatedTo) = ("By a workflow", RecordReference(id: "001000000000009AAA", name: "Acme"))
    let twin = try fixture.imported(task)
    _ = try fixture.store.perform(.setPriority([twin], .high), at: fixture.now)
    let open = try #require(try fixture.item(id)?.openCreate)
    let sent = PushedValues(
      fields: open.fields, changed: Set(ReminderField.allCases), subject: "Call Ada", status: nil, priority: nil)
    try fixture.store.settle([.created(id, salesforceID: task.id, sent)], at: fixture.now)
    #expect(try fixture.store.rows(.all, on: Fixture.today).map(\.id) == [id])
    let item = try #require(try fixture.item(id))
    #expect(item.salesforceID == task.id && item.fields.name == "Call Ada")
    #expect(item.fields.relatedTo?.name == "Acme")
    #expect(item.fields.differences(from: try #require(item.base)) == [.due, .priority])
  }

  @Test("What does not sync in it leaves its field as it was sent")
  func foldedWithOtherValues() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    try fixture.perform(.setPriority([id], .high))
    try fixture.perform(.setCompleted([id], true))
    let sent = try fixture.send(.create, id, key: .idempotencyKey("k1"))
    var task = made(1)
    (task.subject, task.status, task.priority) = ("By a workflow", "Deferred", "Low")
    _ = try fixture.imported(task)
    try fixture.store.settle([.created(id, salesforceID: task.id, sent)], at: fixture.now)
    let fields = try fixture.row(id).reminder.fields
    #expect(fields.priority == .high && fields.isCompleted)
    #expect(try fixture.store.pushItems().isEmpty)
  }

  @Test("A task that was made, answered and deleted is not taken for its identical twin in flight")
  func tombstone() throws {
    let fixture = try Fixture()
    let ids = [try inFlight(fixture), try inFlight(fixture)]
    try fixture.store.settle(
      [.created(ids[0], salesforceID: made(1).id, try fixture.values(of: ids[0]))], at: fixture.now)
    _ = try fixture.store.perform(.delete([ids[0]]), at: fixture.now)
    try fixture.store.settle([.deleted(ids[0])], at: fixture.now.addingTimeInterval(9))
    var gone = made(1)
    gone.isDeleted = true
    #expect(try fixture.absorb(gone) == PullReport())
    #expect(try fixture.store.pushItems().map(\.id) == [ids[1]])
    // Undeleted there, it is a task of its own.
    #expect(try fixture.absorb(made(1)).pulled == 1)
    #expect(try fixture.item(ids[1])?.openCreate != nil)
  }

  @Test("What an upsert that was given up makes after the task was deleted is deleted too", arguments: [true, false])
  func madeAnew(isDeletedHere: Bool) throws {
    let fixture = try Fixture()
    let id = try inFlight(fixture)
    try fixture.store.settle([.created(id, salesforceID: made(1).id, try fixture.values(of: id))], at: fixture.now)
    if isDeletedHere {
      _ = try fixture.store.perform(.delete([id]), at: fixture.now)
      try fixture.store.settle([.deleted(id)], at: fixture.now.addingTimeInterval(9))
    } else {
      var gone = made(1)
      gone.isDeleted = true
      _ = try fixture.absorb(gone)
    }
    var late = made(2, after: 300)
    late.externalID = id.rawValue
    #expect(try fixture.absorb(late).pulled == 0)
    #expect(try fixture.names(.all).isEmpty && fixture.names(.trash) == ["Call Ada"])
    let item = try #require(try fixture.item(id))
    #expect(item.isDeleted && item.salesforceID == late.id)
  }

  @Test("What an upsert has made whose repeat was refused is linked when it is met, and the edit is sent")
  func madeAndRefused() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    let sent = try fixture.send(.create, id, key: .externalID(id.rawValue))
    try fixture.store.settle([.refused(id, Fixture.refusal, sent)], at: fixture.now)
    try fixture.set(id, due: nil)
    var task = made(1)
    task.externalID = id.rawValue
    #expect(try fixture.absorb(task).pulled == 0)
    #expect(try fixture.store.rows(.all, on: Fixture.today).map(\.id) == [id])
    let item = try #require(try fixture.item(id))
    #expect(item.salesforceID == task.id && item.fields.due == nil)
    #expect(item.fields.differences(from: try #require(item.base)).contains(.due))
  }

  @Test("A create that never happened is sent anew under a new key, as a key stands for the values of then")
  func neverCreated() throws {
    let fixture = try Fixture()
    let id = try inFlight(fixture, key: .idempotencyKey("k1"))
    try fixture.set(id, due: nil)
    try fixture.store.settle([.neverCreated(id)], at: fixture.now)
    let item = try #require(try fixture.item(id))
    #expect(item.openCreate == nil && item.createKey != id.rawValue)
  }

  @Test(
    "A refusal under an Idempotency-Key ends the creates that carried it and can commit no more, so that a correction is sent",
    arguments: [true, false])
  func refusedRepeat(mayCommit: Bool) throws {
    let fixture = try Fixture()
    let key = CreateKey.idempotencyKey("k1")
    let id = try inFlight(fixture, key: key)
    let seconds = PushAttempt.mayCommitFor + (mayCommit ? 0 : 1)
    let sent = try fixture.send(.create, id, key: key, after: seconds)
    try fixture.store.settle([.refused(id, Fixture.refusal, sent)], at: fixture.now.addingTimeInterval(seconds))
    #expect(try fixture.row(id).mark == .refused)
    try fixture.set(id, due: nil)
    let item = try #require(try fixture.item(id))
    #expect((item.openCreate != nil) == mayCommit && (item.createKey == id.rawValue) == mayCommit)
  }

  @Test("A create that is refused can be given up")
  func refusedGivenUp() throws {
    let fixture = try Fixture()
    let id = try inFlight(fixture, key: .idempotencyKey("k1"))
    let fields = try fixture.row(id).reminder.fields
    let sent = PushedValues(fields: fields, changed: [], subject: nil, status: nil, priority: nil)
    try fixture.store.settle([.refused(id, Fixture.refusal, sent)], at: fixture.now)
    try fixture.perform(.giveUp([id]))
    #expect(try fixture.row(id).mark == .localOnly)
  }

  @Test("A refusal of one that is found by its external Id says nothing about the first one")
  func refusedUpsert() throws {
    let fixture = try Fixture()
    let key = CreateKey.externalID("k1")
    let id = try inFlight(fixture, key: key)
    let sent = try fixture.send(.create, id, key: key, after: 30)
    try fixture.store.settle([.refused(id, Fixture.refusal, sent)], at: fixture.now)
    #expect(try fixture.count("attempt") == 1)
  }

  @Test("A restored task whose delete was sent is made anew under a new key")
  func newKey() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    #expect(try fixture.item(id)?.createKey == id.rawValue)
    try fixture.store.settle(
      [.created(id, salesforceID: made(1).id, try fixture.send(.create, id))], at: fixture.now)
    _ = try fixture.store.perform(.delete([id]), at: fixture.now)
    try fixture.send(.delete, id)
    _ = try fixture.store.perform(.undo, at: fixture.now)
    try fixture.store.settle([.deleted(id)], at: fixture.now)
    let item = try #require(try fixture.item(id))
    #expect(item.createKey != id.rawValue && item.salesforceID == nil && !item.isDeleted)
  }
}
