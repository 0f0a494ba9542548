import Foundation
import ReminderStore
import Reminders
import Testing

@Suite("Lists")
struct ListTests {
  private func filled(_ count: Int) throws -> Fixture {
    let fixture = try Fixture()
    for index in 0..<count {
      let fields = ReminderFields(name: "Task \(index)", due: Fixture.today.day.adding(days: 5 + index))
      _ = try fixture.store.perform(.create(ReminderDraft(fields: fields)), at: Fixture.now)
    }
    return fixture
  }

  @Test("A list is read as far as it is asked for, and says how much there is")
  func limit() throws {
    let fixture = try filled(7)
    let cut = try fixture.store.list(ListQuery(.upcoming, limit: 5), on: Fixture.today)
    #expect(cut[.whole].map(\.reminder.fields.name) == (0..<5).map { "Task \($0)" })
    #expect(cut.isCut)
    #expect(cut.total == 7)
    let whole = try fixture.store.list(ListQuery(.upcoming, limit: 7), on: Fixture.today)
    #expect(!whole.isCut)
    #expect(whole.total == 7)
  }

  @Test("The trash tells since when a task is in it")
  func trash() throws {
    let fixture = try filled(1)
    let id = try #require(try fixture.store.list(ListQuery(.open), on: Fixture.today).rows.first { _ in true }).id
    _ = try fixture.store.perform(.delete([id]), at: Fixture.now)
    #expect(try fixture.store.list(ListQuery(.trash), on: Fixture.today)[.whole].map(\.deletedAt) == [Fixture.now])
  }

  @Test("The outbox has what is refused, then what is in conflict, then what waits, deletions among it")
  func outbox() throws {
    let fixture = try Fixture.filled()
    let rows = Array(try fixture.store.list(ListQuery(.outbox), on: Fixture.today).rows)
    let marks = rows.map(\.mark)
    #expect(marks.first == .refused && marks.contains(.conflict) && marks.last == .pending)
    #expect(marks.firstIndex(of: .conflict) ?? 0 < marks.firstIndex(of: .pending) ?? 0)
    let counts = try fixture.store.counts()
    #expect(marks.count { $0 == .refused } == counts.refused)
    _ = try fixture.store.perform(.delete([fixture.some]), at: Fixture.now)
    let deleted = try fixture.store.list(ListQuery(.outbox), on: Fixture.today).rows.first { $0.id == fixture.some }
    #expect(deleted?.deletedAt == Fixture.now)
    for order in ListOrder.allCases {
      let query = ListQuery(.outbox, filter: ListFilter(text: "a"), order: order)
      _ = try fixture.store.list(query, on: Fixture.today)
    }
  }
}
