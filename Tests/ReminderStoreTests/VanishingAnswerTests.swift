import Foundation
import GRDB
@testable import ReminderStore
import Reminders
import Testing

@Suite("Many tasks are gone in Salesforce")
struct VanishingAnswerTests {
  private let fixture: Fixture
  private let ids: [ReminderID]

  init() throws {
    let fixture = try Fixture()
    ids = try (1...3).map { try fixture.imported(Fixture.task($0, "\($0)")) }
    try fixture.perform(.setPriority([ids[1]], .high))
    try fixture.store.writer.write { database in
      for number in [1, 2, 7] {
        try database.execute(
          sql: "INSERT INTO vanishing (salesforceId, author) VALUES (?, ?)",
          arguments: [Fixture.task(number).id, number == 1 ? "Carla Jones" : nil])
      }
    }
    self.fixture = fixture
  }

  private func questions() throws -> Int? {
    try fixture.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM vanishing") }
  }

  @Test("Delete puts them into the trash, by whom they were deleted there; undo makes them anew there")
  func delete() throws {
    #expect(try fixture.summary(.answerVanishing(.delete)) == "Let go 2 tasks")
    #expect(try fixture.names(.all) == ["3"] && fixture.pushes().isEmpty && questions() == 0)
    #expect(try fixture.row(ids[0]).remoteChange?.author == "Carla Jones")
    #expect(try fixture.row(ids[1]).remoteChange?.author == "Salesforce")
    #expect(try fixture.row(ids[0]).reminder.salesforceID == nil)
    #expect(try fixture.perform(.answerVanishing(.delete)) == nil)
    #expect(try fixture.summary(.undo) == "Undone: Let go 2 tasks; they are made anew in Salesforce")
    #expect(try fixture.pushes() == ["create", "create"])
    #expect(try Set(fixture.store.pushItems().map(\.createKey)).isDisjoint(with: ids.map(\.rawValue)))
  }

  @Test("Keep leaves them here, local only, until the user sends them")
  func keep() throws {
    #expect(try fixture.summary(.answerVanishing(.keep)) == "Kept here only: 2 tasks")
    #expect(try fixture.names(.all).count == 3 && fixture.pushes().isEmpty && questions() == 0)
    #expect(try fixture.row(ids[0]).mark == .localOnly && fixture.row(ids[1]).mark == .localOnly)
    #expect(try fixture.row(ids[2]).mark == .synced)
    try fixture.perform(.send([ids[0]]))
    #expect(try fixture.store.pushItems().map(\.createKey) != [ids[0].rawValue])
  }

  @Test(
    "What is out of sight leaves the lists and stays linked, so that it returns when it is found; undo brings it back")
  func outOfSight() throws {
    try fixture.store.writer.write { try $0.execute(sql: "UPDATE vanishing SET isOutOfSight = 1") }
    #expect(try fixture.summary(.answerVanishing(.delete)) == "Let go 2 tasks")
    #expect(try fixture.names(.open) == ["3"] && fixture.names(.trash).isEmpty && questions() == 0)
    #expect(try fixture.row(ids[0]).reminder.salesforceID == Fixture.task(1).id)
    _ = try fixture.absorb(Fixture.task(1, "1"))
    #expect(try fixture.names(.open).sorted() == ["1", "3"])
    #expect(try fixture.summary(.undo) == "Undone: Let go 2 tasks; there was nothing to do for 1 of them")
    #expect(try fixture.names(.open).sorted() == ["1", "2", "3"])
    #expect(try fixture.store.linkedTasks(.all).count == 3)
  }
}
