import Foundation
import GRDB
@testable import ReminderStore
import Reminders
import Testing

@Suite("What it costs to take in a page of tasks")
struct PullCostTests {
  private static func tasks(_ count: Int) -> [SalesforceTask] {
    (0..<count)
      .map { number in
        var task = Fixture.task(number, "Call number \(number)", stamp: Double(number))
        task.id = "00T\(1_000_000 + number)AAA"
        return task
      }
  }

  private func statements(absorbing count: Int, twice: Bool = false) throws -> [String] {
    let fixture = try Fixture()
    let tasks = Self.tasks(count)
    if twice { _ = try fixture.store.absorb(tasks, fixture.context) }
    return try fixture.statements { _ = try $0.absorb(tasks, fixture.context) }
  }

  @Test("Nothing is asked for a new task, and its row is written with others")
  func new() throws {
    // What a trigger does has a line of its own.
    func statements(absorbing count: Int) throws -> [String] {
      try self.statements(absorbing: count).filter { !$0.hasPrefix("--") }
    }
    let few = try statements(absorbing: 100)
    let many = try statements(absorbing: 200)
    #expect(many.count { $0.hasPrefix("SELECT") } == few.count { $0.hasPrefix("SELECT") })
    #expect(many.count { $0.hasPrefix("INSERT INTO reminder ") } == 8)
    #expect(many.count { $0.hasPrefix("INSERT INTO base ") } == 200)
    // In the feed of changes it has a row too, but for the first import.
    #expect(many.count == few.count + 4 + 100 + 100)
  }

  @Test("A task that is known as it is costs a look-up in one statement with all others of its page")
  func known() throws {
    let few = try statements(absorbing: 10, twice: true)
    let many = try statements(absorbing: 500, twice: true)
    #expect(many.count == few.count)
    #expect(!many.contains { $0.hasPrefix("INSERT") || $0.hasPrefix("UPDATE") })
  }

  @Test("A new row is written once: its number comes with it")
  func steps() throws {
    let fixture = try Fixture()
    func steps(_ tasks: ArraySlice<SalesforceTask>) throws -> Int {
      try fixture.steps { _ = try $0.absorb(Array(tasks), fixture.context) }
    }
    let tasks = Self.tasks(2_200)
    let first = try steps(tasks[..<100])
    #expect(first / 100 < 900, "\(first / 100)")
    _ = try steps(tasks[100..<2_100])
    // However many there are already.
    let last = try steps(tasks[2_100...])
    #expect(last < first + first / 5)
  }

  @Test("What a pull looks after costs the same, however many open tasks there are")
  func lookedAfter() throws {
    func steps(_ count: Int) throws -> Int {
      let fixture = try Fixture()
      var tasks = Self.tasks(count)
      for index in tasks.indices { tasks[index].due = Fixture.day(index % 100 - 90) }
      _ = try fixture.store.absorb(tasks, fixture.context)
      let days = Fixture.day(-90)...Fixture.day(14)
      return try fixture.steps { store in
        let found = try store.linkedTasks(.openDue(days, nearest: Fixture.today.day, limit: 30))
        #expect(found.count == 30)
      }
    }
    let few = try steps(300)
    #expect(try steps(3_000) < few + few / 10)
  }

  @Test("The same task twice in a page is taken in once")
  func twice() throws {
    let fixture = try Fixture()
    var later = Fixture.task(1, "Call Bo", stamp: 60)
    later.priority = "High"
    #expect(try fixture.store.absorb([Fixture.task(1), later], fixture.context).pulled == 2)
    #expect(try fixture.store.rows(.open, on: Fixture.today).map(\.reminder.fields.priority) == [.high])
  }
}
