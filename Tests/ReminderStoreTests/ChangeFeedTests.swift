import Foundation
import GRDB
@testable import ReminderStore
import Reminders
import Testing

@Suite("The feed of changes")
struct ChangeFeedTests {
  private func feed(_ fixture: Fixture) throws -> [ReminderChange] { try fixture.store.changeFeed().changes }

  /// Who did what to which task, the latest first.
  private func lines(_ fixture: Fixture) throws -> [String] {
    try feed(fixture)
      .map { change in
        let fields = change.fields.map { " \($0.field) \($0.old ?? "-") \($0.new ?? "-")" }.joined()
        return "\(change.author ?? "you") \(change.side) \(change.kind) \(change.name)\(fields)"
      }
  }

  @Test("It tells what the user did, each task once, with what was and what is")
  func here() throws {
    var fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    fixture.now += 1
    var fields = ReminderFields(name: "Ring Ada", due: Fixture.day(3), details: "about the renewal")
    fields.assignee = Fixture.colleague
    try fixture.perform(.edit(id, fields, [.name, .due, .details, .assignee]))
    fixture.now += 1
    try fixture.perform(.setCompleted([id], true))
    fixture.now += 1
    try fixture.perform(.delete([id]))
    fixture.now += 1
    try fixture.perform(.restore([id]))
    #expect(
      try lines(fixture) == [
        "you here restored Ring Ada", "you here deleted Ring Ada", "you here changed Ring Ada status open completed",
        "you here changed Ring Ada name Call Ada Ring Ada due 2026-11-25 2026-11-28 details - -"
          + " assignee Robin Rep Carla Jones",
        "you here created Call Ada",
      ])
    #expect(try feed(fixture).first?.at == fixture.now)
  }

  @Test("What is undone and done again is told too; what changes nothing is not")
  func undo() throws {
    var fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    try fixture.perform(.setDue([id], Fixture.today.day))
    try fixture.perform(.retry([id]))
    #expect(try feed(fixture).count == 1)
    for action in [UserAction.setPriority([id], .high), .undo, .redo] {
      fixture.now += 1
      try fixture.perform(action)
    }
    #expect(
      try lines(fixture).prefix(3) == [
        "you here changed Call Ada priority normal high", "you here changed Call Ada priority high normal",
        "you here changed Call Ada priority normal high",
      ])
  }

  @Test("It tells what others did in Salesforce, by whom and when, and the words there that do not sync")
  func there() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    var task = Fixture.task(1, "Call Ada", due: Fixture.day(5), stamp: -60)
    task.subject = "Ring them up"
    task.status = "In Progress"
    task.modifiedAt = fixture.now.addingTimeInterval(-90)
    task.stamp = fixture.now.addingTimeInterval(60)
    _ = try fixture.absorb(task)
    #expect(
      try lines(fixture) == [
        // It was made an hour before it was first seen, and then changed.
        "Carla Jones there appeared Call Ada",
        "Carla Jones there changed Call Ada due 2026-11-25 2026-11-30 status Not Started In Progress"
          + " name Call Ada Ring them up",
      ])
    let change = try #require(try feed(fixture).last)
    #expect(change.at == task.modifiedAt && change.reminder == id)
    _ = try fixture.absorb(Fixture.deleted(1, stamp: 120))
    #expect(try lines(fixture).contains("Carla Jones there deleted Call Ada"))
  }

  @Test("The time of a change there is told by the clock here, and is never to come")
  func clocks() throws {
    let fixture = try Fixture()
    _ = try fixture.imported(Fixture.task(1))
    func absorb(_ task: SalesforceTask, serverLead: TimeInterval) throws {
      let context = PullContext(
        mapping: PicklistMapping(), user: Fixture.me, now: fixture.now, serverLead: serverLead, isFirstImport: false)
      _ = try fixture.store.absorb([task], context) { _ in }
    }
    try absorb(Fixture.task(1, due: Fixture.day(2), stamp: 3_600), serverLead: 3_700)
    #expect(try feed(fixture).map(\.at).contains(fixture.now.addingTimeInterval(-100)))
    try absorb(Fixture.task(1, due: Fixture.day(3), stamp: 7_200), serverLead: 0)
    #expect(try feed(fixture).allSatisfy { $0.at <= fixture.now })
  }

  @Test("What the user did in Salesforce is his own; what is new there is created or has become his")
  func own() throws {
    let fixture = try Fixture()
    var made = Fixture.own(1, stamp: 0)
    made.createdAt = made.modifiedAt
    _ = try fixture.absorb(made)
    #expect(try lines(fixture) == ["you there created Call Ada"])
  }

  @Test("A push and its echo are no change")
  func echoes() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    try fixture.set(id, due: Fixture.day(4))
    let before = try lines(fixture)
    let values = try fixture.send(.update, id)
    _ = try fixture.absorb(Fixture.own(1, due: Fixture.day(4), stamp: 60))
    try fixture.store.settle([.updated(id, values)], at: fixture.now)
    _ = try fixture.absorb(Fixture.own(1, due: Fixture.day(4), stamp: 61))
    #expect(try lines(fixture) == before)
  }

  @Test("The first import is one change, however much it brings, and costs no row more")
  func firstImport() throws {
    let fixture = try Fixture()
    let context = PullContext(
      mapping: PicklistMapping(), user: Fixture.me, now: fixture.now, serverLead: 0, isFirstImport: true)
    try fixture.store.updateSyncState { $0.importStartedAt = fixture.now }
    let statements = try fixture.statements { store in
      _ = try store.absorb((1...3).map { Fixture.task($0) }, context) { $0.importedCount += 3 }
    }
    #expect(statements.filter { $0.contains("INTO change") || $0.contains("FROM change") } == [])
    #expect(try fixture.count("change") == 0)
    try fixture.store.updateSyncState { $0.isImported = true }
    #expect(try lines(fixture) == ["you there imported 3 tasks"])
  }

  @Test("The last thousand are kept, also of one action on more")
  func capacity() throws {
    var fixture = try Fixture()
    let ids = try (1...40).map { try fixture.add("Task \($0)") }
    for round in 1...26 {
      fixture.now += 1
      try fixture.perform(.setPriority(ids, round.isMultiple(of: 2) ? .normal : .high))
    }
    #expect(try fixture.count("change") == ChangeLog.capacity)
    #expect(try feed(fixture).map(\.at) == feed(fixture).map(\.at).sorted(by: >))
  }

  @Test("A change leads to where its task stands, and to nowhere when that is gone for good")
  func standing() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    #expect(try feed(fixture).first?.standing == .open(due: Fixture.today.day))
    try fixture.perform(.setCompleted([id], true))
    #expect(try feed(fixture).first?.standing == .completed)
    try fixture.perform(.delete([id]))
    #expect(try feed(fixture).first?.standing == .trash)
    try fixture.push()
    try fixture.store.emptyTrash(at: fixture.now.addingTimeInterval(40 * 86_400))
    let last = try #require(try feed(fixture).first)
    #expect(last.reminder == nil && last.standing == nil && last.name == "Call Ada")
    let given = try fixture.add("Give away")
    try fixture.perform(.edit(given, ReminderFields(name: "", assignee: Fixture.colleague), [.assignee]))
    #expect(try feed(fixture).first { $0.reminder == given }?.standing == .delegated)
  }

  @Test("What the user has looked at is remembered, and never less of it")
  func seen() throws {
    let fixture = try Fixture()
    _ = try fixture.add("Call Ada")
    #expect(try fixture.store.changeFeed().seen == 0)
    try fixture.store.noteChangesSeen(upTo: 1)
    try fixture.store.noteChangesSeen(upTo: 0)
    #expect(try fixture.store.changeFeed().seen == 1)
  }

  @Test("An imported twin of a task that was made here is folded in without news")
  func folded() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    let values = try fixture.values(of: id)
    let twin = try fixture.imported(Fixture.own(1, stamp: 0))
    try fixture.perform(.setPriority([twin], .high))
    try fixture.store.settle([.created(id, salesforceID: Fixture.task(1).id, values)], at: fixture.now)
    #expect(Set(try feed(fixture).map(\.reminder)) == [id])
    #expect(try feed(fixture).map(\.kind).filter { $0 == .appeared || $0 == .created }.count == 1)
  }

  @Test("Every kind of change, and the longest values, are read as they were written")
  func reading() throws {
    let fixture = try Fixture()
    let long = String(repeating: "é", count: 300)
    let id = try fixture.add(long)
    try fixture.perform(.edit(id, ReminderFields(name: "b"), [.name]))
    let change = try #require(try feed(fixture).first { $0.kind == .changed }?.fields.first)
    #expect(change.old?.count == 255 && change.new == "b")
    try fixture.store.write { try $0.execute(sql: "UPDATE change SET fields = '{', kind = 'other'") }
    #expect(try feed(fixture).allSatisfy { $0.kind == .changed && $0.fields.isEmpty })
  }
}
