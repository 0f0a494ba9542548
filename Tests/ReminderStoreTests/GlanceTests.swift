import Foundation
import ReminderStore
import Reminders
import Testing

@Suite("Today in numbers")
struct GlanceTests {
  private func glance(_ fixture: Fixture, _ days: [LocalDay]) throws -> Glance? {
    var query = ListQuery.agenda
    query.glance = days
    return try fixture.store.list(query, on: Fixture.today).glance
  }

  @Test("What was completed is counted on its day, what is open and overdue as it is now")
  func counts() throws {
    var fixture = try Fixture()
    for hours in [0, 1, 13, 30, 24 * 13, 24 * 14] {
      let id = try fixture.add("\(hours) hours ago")
      fixture.now = Fixture.now.addingTimeInterval(TimeInterval(-3_600 * hours))
      try fixture.perform(.setCompleted([id], true))
    }
    fixture.now = Fixture.now
    _ = try fixture.add("open")
    _ = try fixture.add("tomorrow", due: Fixture.day(1))
    for day in [-1, -9] { _ = try fixture.add("late", due: Fixture.day(day)) }
    let glance = try #require(try glance(fixture, Fixture.today.last(14, in: .gmt)))
    #expect(glance.completed == [1] + [Int](repeating: 0, count: 11) + [2, 2])
    #expect(glance.open == 1 && glance.overdue == 2)
  }

  @Test("Nothing is counted where nothing is asked for, and deleted or reopened tasks do not count")
  func notCounted() throws {
    let fixture = try Fixture()
    #expect(try glance(fixture, []) == nil)
    let ids = try (1...3).map { try fixture.add("\($0)") }
    try fixture.perform(.setCompleted(ids, true))
    try fixture.perform(.delete([ids[0]]))
    try fixture.perform(.setCompleted([ids[1]], false))
    #expect(try glance(fixture, [Fixture.today])?.completed == [1])
  }

  @Test("The last days follow each other without a gap, also where a day has 23 or 25 hours")
  func days() throws {
    let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
    // Two days after the clocks went back.
    let today = LocalDay(at: Date(timeIntervalSince1970: 1_793_098_800), in: berlin)
    let days = today.last(14, in: berlin)
    #expect(days.count == 14 && days.last == today)
    for (day, next) in zip(days, days.dropFirst()) {
      #expect(day.end == next.start && day.day.adding(days: 1) == next.day)
    }
    #expect(Set(days.map { $0.end.timeIntervalSince($0.start) / 3_600 }) == [24, 25])
    #expect(today.last(1, in: berlin) == [today])
  }

  @Test("What is read beside a list is there wherever it went, but not what is deleted or given away")
  func besides() throws {
    let fixture = try Fixture()
    let ids = [
      try fixture.imported(Fixture.task(1, "moved")), try fixture.imported(Fixture.task(2, "deleted")),
      try fixture.imported(Fixture.task(3, "given away")), try fixture.add("made here for a colleague"),
    ]
    try fixture.perform(.setDue([ids[0]], Fixture.day(90)))
    try fixture.perform(.delete([ids[1]]))
    _ = try fixture.absorb(Fixture.task(3, "given away", owner: Fixture.colleague, stamp: 60))
    let theirs = ReminderFields(name: "", assignee: Fixture.colleague)
    try fixture.perform(.edit(ids[3], theirs, [.assignee]))
    var query = ListQuery.agenda
    query.besides = ids + [ReminderID(rawValue: "unknown")]
    #expect(try fixture.store.list(query, on: Fixture.today).besides.map(\.id) == [ids[0], ids[3]])
  }
}
