import Foundation
import ReminderStore
import Reminders
import Testing

@Suite("What became of a push")
struct PushTests {
  private func pushed(_ item: PushItem) -> PushedValues {
    PushedValues(
      fields: item.fields, changed: item.fields.differences(from: item.base ?? ReminderFields(name: "")),
      subject: item.fields.name, status: "Not Started", priority: "Normal")
  }

  @Test("An edit made while its push is in flight stays to be pushed")
  func editInFlight() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    _ = try fixture.store.perform(.setPriority([id], .high), at: fixture.now)
    let item = try #require(try fixture.store.pushItems().first)
    _ = try fixture.store.perform(.setDue([id], nil), at: fixture.now)
    try fixture.store.settle([.updated(id, pushed(item))], at: fixture.now)
    let after = try #require(try fixture.store.pushItems().first)
    #expect(after.fields.differences(from: try #require(after.base)) == [.due])
    #expect(after.fields.priority == .high)
  }

  @Test("A created task is linked and clean; its echo is no change")
  func created() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    let item = try #require(try fixture.store.pushItems().first)
    try fixture.store.beginAttempts([PushAttempt(.create, of: id, pushed(item))], at: fixture.now)
    try fixture.store.settle([.created(id, salesforceID: Fixture.task(1).id, pushed(item))], at: fixture.now)
    #expect(try fixture.row(id).mark == .synced)
    #expect(try fixture.row(id).reminder.salesforceID == Fixture.task(1).id)
    _ = try fixture.store.absorb([Fixture.task(1, stamp: 1)], fixture.context)
    #expect(try fixture.row(id).remoteChange == nil)
    #expect(try fixture.store.rows(.all, on: Fixture.today).count == 1)
  }

  @Test("A create deleted here before its answer came is found there and deleted there too")
  func deletedInFlight() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    let item = try #require(try fixture.store.pushItems().first)
    try fixture.store.beginAttempts([PushAttempt(.create, of: id, pushed(item))], at: fixture.now)
    _ = try fixture.store.perform(.delete([id]), at: fixture.now)
    try fixture.store.settle([.created(id, salesforceID: Fixture.task(1).id, pushed(item))], at: fixture.now)
    #expect(try fixture.store.pushItems().map(\.salesforceID) == [Fixture.task(1).id])
    try fixture.store.settle([.deleted(id)], at: fixture.now)
    #expect(try fixture.store.pushItems().isEmpty)
  }

  @Test("What Salesforce refused is listed, and sent again only after an edit")
  func refused() throws {
    let fixture = try Fixture()
    let id = try fixture.add("Call Ada")
    let item = try #require(try fixture.store.pushItems().first)
    let refusal = Refusal(code: "FIELD_CUSTOM_VALIDATION_EXCEPTION", message: "A reason is needed")
    try fixture.store.settle([.refused(id, refusal, pushed(item))], at: fixture.now)
    #expect(try fixture.row(id).mark == .refused)
    #expect(try fixture.row(id).refusal == refusal)
    #expect(try fixture.store.pushItems().isEmpty)
    #expect(try fixture.store.counts().refused == 1)
    _ = try fixture.store.perform(.setPriority([id], .high), at: fixture.now)
    #expect(try fixture.row(id).mark == .pending)
  }

  @Test("A delete made while an edit was in flight is sent, though the edit is refused; and an edit after a delete")
  func refusedMeanwhile() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    try fixture.perform(.setPriority([id], .high))
    let update = try fixture.send(.update, id)
    try fixture.perform(.delete([id]))
    try fixture.store.settle([.refused(id, Fixture.refusal, update)], at: fixture.now)
    #expect(try fixture.pushes() == ["delete"])
    let delete = try fixture.send(.delete, id)
    try fixture.perform(.undo)
    try fixture.store.settle([.refused(id, Fixture.refusal, delete)], at: fixture.now)
    #expect(try fixture.pushes() == ["update"])
  }

  @Test("Restoring a task whose delete is in flight makes it anew there")
  func restoredInFlight() throws {
    let fixture = try Fixture()
    let id = try fixture.imported(Fixture.task(1))
    _ = try fixture.store.perform(.delete([id]), at: fixture.now)
    _ = try fixture.store.perform(.undo, at: fixture.now)
    try fixture.store.settle([.deleted(id)], at: fixture.now)
    #expect(try fixture.store.pushItems().map(\.salesforceID) == [nil])
    #expect(try fixture.store.rows(.all, on: Fixture.today).map(\.id) == [id])
  }

  @Test("What is to be pushed takes the same few statements however much it is")
  func statements() throws {
    let fixture = try Fixture()
    for number in 1...40 {
      let id = try fixture.imported(Fixture.task(number, "\(number)"))
      try fixture.set(id, due: nil)
      try fixture.send(.create, try fixture.add("new \(number)"))
    }
    var items: [PushItem] = []
    let statements = try fixture.statements { items = try $0.pushItems() }
    #expect(statements.count { $0.hasPrefix("SELECT") } == 3)
    #expect(items.count { $0.base != nil } == 40 && items.count { $0.openCreate != nil } == 40)
  }
}
